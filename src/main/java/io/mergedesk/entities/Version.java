package io.mergedesk.entities;

import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.VersionVector;

/// Where an entity stands: its revision here, which edits of which sites it has seen, and when the
/// last one was.
public record Version(Revision revision, VersionVector vector, HybridTime time) {

    public static final Version NONE =
            new Version(Revision.NONE, VersionVector.EMPTY, HybridTime.NEVER);
}
