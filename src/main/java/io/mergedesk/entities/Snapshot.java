package io.mergedesk.entities;

import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.Revision;

/// The whole content of an entity at one revision, kept now and then so that any revision is
/// rebuilt in bounded time.
public record Snapshot(Revision revision, FieldValues values) {

    /// How many revisions lie between two snapshots.
    public static final int INTERVAL = 50;

    /// Whether a revision is one that a snapshot is kept of.
    public static boolean isDue(Revision revision) {
        return revision.number() % INTERVAL == 0;
    }
}
