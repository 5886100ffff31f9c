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
/// refused write nothing, those that are contested are parked, the others are written together.
final class WritePath {

    private final Retry retry;
    private final Types types;
    private final WriteStores stores;
    private final Decision decision;
    private final UniqueCheck unique;
    private final Overtaking overtaking;
    private final Replay replay;
    private final GroupCommit group = new GroupCommit(this::writeTogether);

    WritePath(
            Retry retry,
            Types types,
            WriteStores stores,
            Decision decision,
            UniqueCheck unique,
            Overtaking overtaking,
            Replay replay) {
        this.retry = retry;
        this.types = types;
        this.stores = stores;
        this.decision = decision;
        this.unique = unique;
        this.overtaking = overtaking;
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
        var locked = stores.entities().lock(idsOf(edits));
        var conflicts = new ConflictWrites(stores.conflicts());
        var seen = new EditCall(stores.entities(), types, edits, locked, conflicts);
        var pending = new PendingWrites(stores, overtaking, unique, seen, conflicts);
        var outcomes = new ArrayList<List<SaveOutcome>>();
        var fresh = new ArrayList<Integer>();
        for (var call : calls) {
            // asked after the lock: the same request may have been waiting for it on another thread
            var known = replay.find(call.edits(), call.author());
            if (known.isEmpty()) {
                fresh.add(outcomes.size());
            }
            outcomes.add(known.map(List::of).orElseGet(() -> decide(call, seen, pending)));
        }
        if (!pending.isEmpty()) {
            for (int i : fresh) {
                var call = calls.get(i);
                replay.remember(call.edits(), call.author(), outcomes.get(i));
            }
            pending.write();
        }
        return outcomes;
    }

    private List<SaveOutcome> decide(WriteCall call, EditCall seen, PendingWrites pending) {
        var outcomes = new ArrayList<SaveOutcome>();
        for (var edit : call.edits()) {
            var decided = decision.decide(edit, call.author(), seen);
            outcomes.add(pending.take(decided, call.author().actor()));
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
