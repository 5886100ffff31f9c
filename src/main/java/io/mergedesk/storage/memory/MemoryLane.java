package io.mergedesk.storage.memory;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Who may deliver the jobs of one entity for one target, and from when on.
record MemoryLane(
        TypeName type,
        Priority priority,
        Instant dueAt,
        boolean held,
        Optional<UUID> owner,
        Instant leaseUntil,
        long fence,
        Optional<ConflictId> awaits) {

    /// @param fence later than any of a lane that was there before
    static MemoryLane opened(
            TypeName type, Priority priority, Instant due, boolean held, long fence) {
        return new MemoryLane(
                type, priority, due, held, Optional.empty(), Instant.MIN, fence, Optional.empty());
    }

    /// At least as urgent as that.
    MemoryLane hurried(Priority wanted) {
        var urgent = wanted.rank() < priority.rank() ? wanted : priority;
        return new MemoryLane(type, urgent, dueAt, held, owner, leaseUntil, fence, awaits);
    }

    MemoryLane free(Instant due) {
        return new MemoryLane(
                type, priority, due, held, Optional.empty(), Instant.MIN, fence, awaits);
    }

    MemoryLane leasedBy(UUID who, Instant until) {
        return new MemoryLane(
                type, priority, dueAt, false, Optional.of(who), until, fence + 1, Optional.empty());
    }

    MemoryLane until(Instant until) {
        return new MemoryLane(type, priority, dueAt, held, owner, until, fence, awaits);
    }

    MemoryLane held(boolean newHeld) {
        return new MemoryLane(type, priority, dueAt, newHeld, owner, leaseUntil, fence, awaits);
    }

    /// Until that conflict is settled.
    MemoryLane awaiting(Optional<ConflictId> conflict) {
        return new MemoryLane(type, priority, dueAt, held, owner, leaseUntil, fence, conflict);
    }

    boolean isFree() {
        return owner.isEmpty() && !held && awaits.isEmpty();
    }
}
