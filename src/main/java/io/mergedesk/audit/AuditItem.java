package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Change;
import io.mergedesk.trail.TrailEntry;
import java.time.Instant;
import java.util.Optional;

/// One thing that happened: an edit of a record, or anything else.
public sealed interface AuditItem {

    /// Its place in its own log.
    Sequence sequence();

    Instant at();

    AuditAction action();

    /// Empty when nobody is known.
    Optional<UserId> by();

    Optional<EntityId> entity();

    Optional<TypeName> type();

    /// From the feed, with what each field was and became.
    record Edited(Change change) implements AuditItem {

        @Override
        public Sequence sequence() {
            return change.sequence();
        }

        @Override
        public Instant at() {
            return change.at();
        }

        @Override
        public AuditAction action() {
            return new AuditAction(change.event().verb());
        }

        @Override
        public Optional<UserId> by() {
            return Optional.of(change.by());
        }

        @Override
        public Optional<EntityId> entity() {
            return Optional.of(change.entity());
        }

        @Override
        public Optional<TypeName> type() {
            return Optional.of(change.type());
        }
    }

    /// From the trail.
    record Noted(TrailEntry entry) implements AuditItem {

        @Override
        public Sequence sequence() {
            return entry.sequence();
        }

        @Override
        public Instant at() {
            return entry.at();
        }

        @Override
        public AuditAction action() {
            return new AuditAction(entry.action().wireName());
        }

        @Override
        public Optional<UserId> by() {
            return entry.by();
        }

        @Override
        public Optional<EntityId> entity() {
            return entry.entity();
        }

        @Override
        public Optional<TypeName> type() {
            return entry.type();
        }
    }
}
