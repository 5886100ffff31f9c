package io.mergedesk.storage.memory;

import io.mergedesk.entities.BatchStore;
import io.mergedesk.entities.BatchStoreContract;
import java.util.function.Supplier;

class MemoryBatchStoreTest implements BatchStoreContract {

    private final MemoryBatchStore store = new MemoryBatchStore();

    @Override
    public BatchStore batches() {
        return store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
