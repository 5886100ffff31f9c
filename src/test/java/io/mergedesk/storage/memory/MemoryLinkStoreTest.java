package io.mergedesk.storage.memory;

import io.mergedesk.realtime.LinkStore;
import io.mergedesk.realtime.LinkStoreContract;
import java.util.function.Supplier;

class MemoryLinkStoreTest implements LinkStoreContract {

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final MemoryLinkStore links = new MemoryLinkStore(transactions);

    @Override
    public LinkStore links() {
        return links;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }
}
