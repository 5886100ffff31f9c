package io.mergedesk.storage.memory;

import io.mergedesk.sync.SyncQueue;
import io.mergedesk.sync.SyncQueueContract;
import java.time.InstantSource;
import java.util.function.Supplier;

class MemorySyncQueueTest implements SyncQueueContract {

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final SyncQueue queue = new MemorySyncQueue(transactions, InstantSource.system());

    @Override
    public SyncQueue queue() {
        return queue;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }
}
