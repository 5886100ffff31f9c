package io.mergedesk.events;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;

/// Something that has happened and is committed: ids and facts, never values; whoever needs more
/// reads it with their own rights.
public sealed interface Event {

    EventName name();

    Instant at();

    /// Something happened to one entity.
    sealed interface OfEntity extends Event {

        EntityId entity();

        TypeName type();
    }

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
            implements OfEntity {}

    /// A conflict arose, or something was done about one. Always `sync:conflict`.
    ///
    /// @param author whose edit met others
    /// @param by who did this to it
    /// @param told who else is told
    record ConflictChanged(
            Instant at,
            What what,
            ConflictId conflict,
            EntityId entity,
            TypeName type,
            UserId author,
            UserId by,
            Set<UserId> told,
            Optional<TeamId> team)
            implements OfEntity {

        /// What was done.
        public enum What {
            /// An edit waits for a decision.
            PARKED,
            /// An edit was joined with others without asking.
            MERGED,
            /// It was decided, or nothing was left to decide.
            SETTLED,
            /// What was decided was taken back.
            REOPENED,
            /// The desk noted something about it.
            HANDLED;

            /// The form used on every wire, such as `parked`.
            public String wireName() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        public ConflictChanged {
            told = Set.copyOf(told);
        }

        @Override
        public EventName name() {
            return EventName.SYNC_CONFLICT;
        }
    }

    /// A job was queued, delivered, or given up: `sync:queued`, `sync:completed`, `sync:failed`.
    ///
    /// @param job which
    /// @param target its name
    /// @param detail of a failure, in words; empty otherwise
    record JobChanged(
            EventName name,
            Instant at,
            UUID job,
            String target,
            EntityId entity,
            TypeName type,
            Revision revision,
            Optional<TeamId> team,
            String detail)
            implements OfEntity {}

    /// The network went or came: `network:offline`, `network:online`.
    ///
    /// @param subject which target, or what is common to all
    record Notice(EventName name, Instant at, String subject, String detail) implements Event {}
}
