package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The one way anything is written, whoever asks: lock, decide, bump, append to the feed, in one
/// transaction.
///
/// Edits of one call see each other in their order. Each has its own outcome: those that are
/// refused or contested write nothing, the others are written together.
final class WritePath {

    private final Retry retry;
    private final Types types;
    private final EntityStore store;
    private final ChangeLog log;
    private final Decision decision;
    private final UniqueCheck unique;
    private final Replay replay;
    private final GroupCommit group = new GroupCommit(this::writeTogether);

    WritePath(
            Retry retry,
            Types types,
            EntityStore store,
            ChangeLog log,
            Decision decision,
            UniqueCheck unique,
            Replay replay) {
        this.retry = retry;
        this.types = types;
        this.store = store;
        this.log = log;
        this.decision = decision;
        this.unique = unique;
        this.replay = replay;
    }

    /// One transaction of its own, with other calls that come at the same time where it can be.
    ///
    /// @return one outcome for each edit, in their order
    List<SaveOutcome> write(List<Edit> edits, Author author) {
        var call = new WriteCall(edits, author);
        boolean alone =
                edits.size() > 1 || TransactionSynchronizationManager.isActualTransactionActive();
        return alone ? writeTogether(List.of(call)).getFirst() : group.write(call);
    }

    private List<List<SaveOutcome>> writeTogether(List<WriteCall> calls) {
        return retry.inTransaction(() -> writeOnce(calls));
    }

    private List<List<SaveOutcome>> writeOnce(List<WriteCall> calls) {
        var edits = calls.stream().flatMap(call -> call.edits().stream()).toList();
        var locked = store.lock(idsOf(edits));
        var seen = new EditCall(store, types, edits, locked);
        var writes = new ArrayList<EntityWrite>();
        var outcomes = new ArrayList<List<SaveOutcome>>();
        var fresh = new ArrayList<Integer>();
        for (var call : calls) {
            // asked after the lock: the same request may have been waiting for it on another thread
            var known = replay.find(call.edits(), call.author());
            if (known.isEmpty()) {
                fresh.add(outcomes.size());
            }
            outcomes.add(known.map(List::of).orElseGet(() -> decide(call, seen, writes)));
        }
        if (!writes.isEmpty()) {
            store.bump(writes);
            for (int i : fresh) {
                var call = calls.get(i);
                replay.remember(call.edits(), call.author(), outcomes.get(i));
            }
            log.append(writes.stream().map(EntityWrite::change).toList());
        }
        return outcomes;
    }

    private List<SaveOutcome> decide(WriteCall call, EditCall seen, List<EntityWrite> writes) {
        var outcomes = new ArrayList<SaveOutcome>();
        for (var edit : call.edits()) {
            var verdict = unique.check(decision.decide(edit, call.author(), seen), seen);
            if (verdict instanceof Verdict.Write(var write, var outcome)) {
                seen.add(write);
                writes.add(write);
                outcomes.add(outcome);
            } else if (verdict instanceof Verdict.Nothing(var outcome)) {
                outcomes.add(outcome);
            }
        }
        return outcomes;
    }

    private static Set<EntityId> idsOf(List<Edit> edits) {
        var ids = new TreeSet<EntityId>();
        for (var edit : edits) {
            switch (edit) {
                case Edit.Create _ -> {}
                case Edit.Update(var id, _, _) -> ids.add(id);
                case Edit.Delete(var id, _) -> ids.add(id);
                case Edit.Restore(var id) -> ids.add(id);
            }
        }
        return ids;
    }
}
