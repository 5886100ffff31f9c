package io.mergedesk.storage.memory;

import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailContract;
import org.springframework.transaction.support.TransactionOperations;

class MemoryTrailTest implements TrailContract {

    private final MemoryTransactions transactions = new MemoryTransactions();
    private final Trail trail = new MemoryTrail(transactions);

    @Override
    public Trail trail() {
        return trail;
    }

    @Override
    public TransactionOperations transactions() {
        return transactions;
    }
}
