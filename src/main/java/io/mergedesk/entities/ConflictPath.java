package io.mergedesk.entities;

import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Decisions;
import io.mergedesk.conflicts.Settlement;
import java.util.List;
import java.util.Map;

/// The part of the write path that decides conflicts and takes decisions back: in the caller's
/// transaction, which holds the lock of the entity.
final class ConflictPath {

    private final Types types;
    private final WriteStores stores;
    private final ConflictMerges merges;
    private final Settling settling;
    private final Reopening reopening;
    private final UniqueCheck unique;
    private final Overtaking overtaking;
    private final Telling telling;

    ConflictPath(
            Types types,
            WriteStores stores,
            ConflictMerges merges,
            Settling settling,
            Reopening reopening,
            UniqueCheck unique,
            Overtaking overtaking,
            Telling telling) {
        this.types = types;
        this.stores = stores;
        this.merges = merges;
        this.settling = settling;
        this.reopening = reopening;
        this.unique = unique;
        this.overtaking = overtaking;
        this.telling = telling;
    }

    /// A conflict and its entity, as nobody else can change them now.
    record Locked(Conflict conflict, Entity entity) {}

    /// What somebody decided.
    ///
    /// @param seen the revision that they decided upon
    record Decision(
            long version,
            Revision seen,
            Decisions decisions,
            String reason,
            Settlement.How how,
            boolean write) {}

    ResolveOutcome resolve(Locked locked, Decision decision, Author author) {
        var now = merges.now(locked.conflict(), locked.entity());
        if (now.conflict().version() != decision.version()) {
            return new ResolveOutcome.Overtaken(now.conflict());
        }
        return switch (settling.attempt(now, decision.seen(), decision.decisions())) {
            case Settling.Attempt.Not(var outcome) -> outcome;
            case Settling.Attempt.Ready(var decided) -> resolve(decided, decision, author);
        };
    }

    private ResolveOutcome resolve(Settling.Decided decided, Decision decision, Author author) {
        if (!ConflictRights.mayWrite(decided, author.actor())) {
            return new ResolveOutcome.Forbidden();
        }
        var writing = new Writing(decided.now().conflict(), decided.now().current());
        var violations = settling.violations(decided, author, writing.call);
        if (!violations.isEmpty()) {
            return new ResolveOutcome.Refused(violations);
        }
        var write = settling.write(decided, author);
        var settled = settling.settled(decided, write, decision.reason(), decision.how(), author);
        var by = author.actor().id();
        writing.conflicts.settle(
                settled,
                write.after(),
                by,
                settling.notices(decided, settled, by),
                !decided.now().conflict().isOpen());
        return switch (writing.take(write, author)) {
            case SaveOutcome.Applied(var entity) -> {
                if (decision.write()) {
                    writing.pending.write();
                }
                yield new ResolveOutcome.Settled(settled, entity);
            }
            case SaveOutcome.Refused(var held, _) -> new ResolveOutcome.Refused(held);
            case SaveOutcome other -> throw new IllegalStateException("not expected: " + other);
        };
    }

    ReopenOutcome reopen(Locked locked, long version, Author author) {
        var conflict = locked.conflict();
        var current = locked.entity();
        if (conflict.version() != version || conflict.isOpen()) {
            return new ReopenOutcome.Overtaken(conflict);
        }
        if (!ConflictRights.mayResolve(merges.now(conflict, current), author.actor())) {
            return new ReopenOutcome.Forbidden();
        }
        var back = reopening.back(conflict.settlement().orElseThrow(), current);
        var opened = conflict.opened();
        var by = author.actor().id();
        var waiting = current.standing(EntityStatus.CONFLICT);
        var writing = new Writing(conflict, waiting);
        writing.conflicts.reopen(opened, waiting, by, telling.reopened(opened, by));
        if (reopening.isNothing(back, current)) {
            writing.pending.mark(waiting);
            writing.pending.write();
            return new ReopenOutcome.Reopened(opened, waiting, back.kept());
        }
        var type = types.get(conflict.type());
        return switch (writing.take(
                reopening.write(conflict, type, waiting, back, author), author)) {
            case SaveOutcome.Applied(var entity) -> {
                writing.pending.write();
                yield new ReopenOutcome.Reopened(opened, entity, back.kept());
            }
            case SaveOutcome.Refused(var violations, _) -> new ReopenOutcome.Refused(violations);
            case SaveOutcome other -> throw new IllegalStateException("not expected: " + other);
        };
    }

    /// A transaction about one entity and one of its conflicts.
    private final class Writing {
        private final ConflictWrites conflicts = new ConflictWrites(stores.conflicts());
        private final EditCall call;
        private final PendingWrites pending;

        private Writing(Conflict conflict, Entity current) {
            var edit = conflict.edit();
            call =
                    new EditCall(
                            stores.entities(),
                            types,
                            List.of(new Edit.Update(current.id(), edit.base(), edit.patch())),
                            Map.of(current.id(), current),
                            conflicts);
            pending = new PendingWrites(stores, overtaking, unique, call, conflicts);
        }

        private SaveOutcome take(EntityWrite write, Author author) {
            return pending.take(
                    new Verdict.Write(write, new SaveOutcome.Applied(write.after())),
                    author.actor());
        }
    }
}
