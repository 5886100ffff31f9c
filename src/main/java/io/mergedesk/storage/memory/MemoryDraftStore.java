package io.mergedesk.storage.memory;

import io.mergedesk.common.UserId;
import io.mergedesk.entities.Draft;
import io.mergedesk.entities.DraftStore;
import java.util.Comparator;
import java.util.Optional;

/// Drafts in memory.
public final class MemoryDraftStore implements DraftStore {

    private record Key(UserId author, String key) {}

    private final MemoryTable<Key, Draft> drafts;

    public MemoryDraftStore(MemoryTransactions transactions) {
        this.drafts =
                new MemoryTable<>(
                        transactions, Comparator.comparing(Key::author).thenComparing(Key::key));
    }

    @Override
    public Optional<Draft> find(UserId author, String key) {
        return drafts.find(new Key(author, key));
    }

    @Override
    public void put(UserId author, String key, Draft draft) {
        drafts.put(new Key(author, key), draft);
    }

    @Override
    public void remove(UserId author, String key) {
        drafts.remove(new Key(author, key));
    }
}
