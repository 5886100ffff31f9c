package io.mergedesk.storage.memory;

import io.mergedesk.sync.RefusalStore;
import io.mergedesk.sync.RefusalStoreContract;
import java.util.function.Supplier;

class MemoryRefusalStoreTest implements RefusalStoreContract {

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final RefusalStore store = new MemoryRefusalStore(transactions);

    @Override
    public RefusalStore store() {
        return store;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }
}
