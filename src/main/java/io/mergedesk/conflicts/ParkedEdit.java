package io.mergedesk.conflicts;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;

/// An edit as its author sent it, kept whole.
///
/// @param base the revision its author had read
/// @param patch what they set and cleared; nothing where they deleted
/// @param deletes whether they deleted the entity
/// @param strategy what they asked for instead of what the type says
public record ParkedEdit(
        UserId by,
        HybridTime time,
        Origin origin,
        Revision base,
        Patch patch,
        boolean deletes,
        Optional<MergeStrategy> strategy,
        Optional<BatchId> batch) {

    public Instant at() {
        return time.instant();
    }
}
