package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.transaction.support.TransactionOperations;

/// Keeps what people typed and have not saved; each person sees only their own.
public final class Drafts {

    private final DraftStore store;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Drafts(DraftStore store, TransactionOperations transactions, InstantSource clock) {
        this.store = store;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The key of the form that edits an entity.
    public static String keyOf(EntityId entity) {
        return entity.toString();
    }

    /// The key of the form that makes a new entity of a type.
    public static String keyOfNew(TypeName type) {
        return "new:" + type;
    }

    public Optional<Draft> find(String key, Actor actor) {
        return store.find(actor.id(), key);
    }

    /// Keeps what is typed now; nothing typed removes the draft.
    public void keep(String key, Revision base, SortedMap<FieldName, String> typed, Actor actor) {
        transactions.executeWithoutResult(_ -> {
            if (typed.isEmpty()) {
                store.remove(actor.id(), key);
            } else {
                store.put(actor.id(), key, new Draft(base, typed, clock.instant()));
            }
        });
    }

    public void discard(String key, Actor actor) {
        transactions.executeWithoutResult(_ -> store.remove(actor.id(), key));
    }
}
