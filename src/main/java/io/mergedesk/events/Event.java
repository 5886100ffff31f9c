package io.mergedesk.events;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;

/// Something that has happened and is committed: ids and facts, never values; whoever needs more
/// reads it with their own rights.
public sealed interface Event {

    EventName name();

    Instant at();

    /// An entity was created, updated or deleted.
    record EntityChanged(
            EventName name,
            Instant at,
            Sequence sequence,
            EntityId entity,
            TypeName type,
            Revision revision,
            UserId by,
            Origin origin,
            SortedSet<FieldName> fields,
            Optional<TeamId> team)
            implements Event {}

    /// Something happened between this site and others: a job was queued, done or failed, a
    /// conflict found, the network went or came.
    record Notice(EventName name, Instant at, String subject, String detail) implements Event {}
}
