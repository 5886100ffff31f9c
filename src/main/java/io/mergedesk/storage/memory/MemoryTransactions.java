package io.mergedesk.storage.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.SimpleTransactionStatus;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/// Transactions over maps: one at a time, undone step by step when they fail.
public final class MemoryTransactions implements TransactionOperations {

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    @Override
    public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        boolean outermost = !lock.isHeldByCurrentThread();
        lock.lock();
        try {
            T result = action.doInTransaction(new SimpleTransactionStatus());
            if (outermost) {
                undo.clear();
            }
            return result;
        } catch (RuntimeException | Error e) {
            while (outermost && !undo.isEmpty()) {
                undo.pop().run();
            }
            throw e;
        } finally {
            lock.unlock();
        }
    }

    /// Reads what is committed: waits for a transaction that is under way.
    <T> T read(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /// Takes note of how to take back what is done next.
    ///
    /// @throws IllegalTransactionStateException outside of a transaction
    void undoBy(Runnable step) {
        require();
        undo.push(step);
    }

    void require() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalTransactionStateException("expected a transaction of the caller");
        }
    }
}
