package io.mergedesk.sync;

import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
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

/// What a target is told of one change: the entity as it stood after it, rebuilt from the history,
/// so that each attempt says the same and values erased meanwhile are not sent.
///
/// @param sequence place of the change in the feed; of a conflict the one its entity then stood at
/// @param fields every value the target takes, those cleared left out
/// @param changed which of them differ from what this target was told before
/// @param conflict which conflict, where `event` is `sync:conflict`
public record Message(
        EventName event,
        EntityId entity,
        TypeName type,
        Sequence sequence,
        Revision revision,
        VersionVector vector,
        UserId by,
        Instant at,
        Origin origin,
        FieldValues fields,
        List<FieldName> changed,
        Optional<ConflictId> conflict) {

    public Message {
        changed = List.copyOf(changed);
    }
}
