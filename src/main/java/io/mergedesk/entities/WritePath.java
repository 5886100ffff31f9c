package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

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

    /// @return one outcome for each edit, in their order
    List<SaveOutcome> write(List<Edit> edits, Author author) {
        return retry.inTransaction(() -> writeOnce(edits, author));
    }

    private List<SaveOutcome> writeOnce(List<Edit> edits, Author author) {
        var locked = store.lock(idsOf(edits));
        // asked after the lock: the same request may have been waiting for it on another thread
        var known = replay.find(edits, author);
        if (known.isPresent()) {
            return List.of(known.get());
        }
        var call = new EditCall(store, types, edits, locked);
        var outcomes = new ArrayList<SaveOutcome>();
        var writes = new ArrayList<EntityWrite>();
        for (var edit : edits) {
            var verdict = unique.check(decision.decide(edit, author, call), call);
            if (verdict instanceof Verdict.Write(var write, var outcome)) {
                call.add(write);
                writes.add(write);
                outcomes.add(outcome);
            } else if (verdict instanceof Verdict.Nothing(var outcome)) {
                outcomes.add(outcome);
            }
        }
        if (!writes.isEmpty()) {
            store.bump(writes);
            replay.remember(edits, author, outcomes);
            log.append(writes.stream().map(EntityWrite::change).toList());
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
