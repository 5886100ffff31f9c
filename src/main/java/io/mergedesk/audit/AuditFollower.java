package io.mergedesk.audit;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Keeps the index close behind both logs, off the way of those who write.
///
/// Each piece is a transaction of its own: after a crash it goes on where it was. Several nodes may
/// follow at once; one of them is the first with each piece.
public final class AuditFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditFollower.class);

    private final AuditLog log;
    private final TransactionOperations transactions;
    private final Duration pause;
    private final Thread thread;
    private volatile boolean closed;

    AuditFollower(AuditLog log, TransactionOperations transactions, Duration pause) {
        this.log = log;
        this.transactions = transactions;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name("audit-index").daemon().unstarted(this::run);
    }

    AuditFollower start() {
        thread.start();
        return this;
    }

    /// Takes in all that is complete, and takes out what was erased.
    ///
    /// @return how many pieces that were
    public synchronized int catchUp() {
        int pieces = 0;
        for (var name : ChainName.values()) {
            while (!closed && inTransaction(() -> log.indexNext(name))) {
                pieces++;
            }
            while (!closed && inTransaction(() -> log.indexErased(name))) {
                LOG.info("the index of the {} was cleared of erased values", name.wireName());
            }
        }
        return pieces;
    }

    /// Forgets the index and makes it anew; queries find everything meanwhile, only slower.
    public void rebuild() {
        for (var name : ChainName.values()) {
            transactions.executeWithoutResult(_ -> log.clearIndex(name));
        }
        catchUp();
    }

    private boolean inTransaction(BooleanSupplier work) {
        return Boolean.TRUE.equals(transactions.execute(_ -> work.getAsBoolean()));
    }

    private void run() {
        while (!closed) {
            try {
                catchUp();
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                pauseAfter(e);
            }
        }
    }

    /// Another node may have been the first, or the database is away for a while.
    private void pauseAfter(RuntimeException problem) {
        if (closed) {
            return;
        }
        LOG.info("the audit index goes on later: {}", problem.getMessage());
        try {
            Thread.sleep(pause);
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
