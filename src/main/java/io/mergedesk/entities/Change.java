package io.mergedesk.entities;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.events.EventName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One committed edit: a row of the feed, and a step in the history of its entity.
public record Change(
        Sequence sequence,
        EventName event,
        EntityId entity,
        TypeName type,
        Revision base,
        Revision revision,
        UserId by,
        HybridTime time,
        Origin origin,
        VersionVector vector,
        List<FieldChange> fields,
        Optional<BatchId> batch) {

    public Change {
        fields = List.copyOf(fields);
    }

    public Instant at() {
        return time.instant();
    }

    /// The same change at its place in the feed.
    public Change at(Sequence place) {
        return new Change(
                place, event, entity, type, base, revision, by, time, origin, vector, fields,
                batch);
    }
}
