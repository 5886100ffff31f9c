package io.mergedesk.bench;

import io.mergedesk.sync.Answer;
import io.mergedesk.sync.Delivery;
import io.mergedesk.sync.Exchange;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.Sender;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetKind;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A target in this process, in the place of webhooks, that takes everything at once.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TakingSender implements Sender {

    private final AtomicInteger missing = new AtomicInteger();
    private final Set<JobId> seen = ConcurrentHashMap.newKeySet();
    private volatile long last;

    @Override
    public TargetKind kind() {
        return TargetKind.WEBHOOK;
    }

    void expect(int jobs) {
        seen.clear();
        missing.set(jobs);
    }

    /// How many came since.
    int taken() {
        return seen.size();
    }

    boolean hasAll() {
        return missing.get() <= 0;
    }

    /// When the last one came, by [System#nanoTime].
    long last() {
        return last;
    }

    @Override
    public Answer deliver(Delivery delivery) {
        last = System.nanoTime();
        if (seen.add(delivery.job())) {
            missing.decrementAndGet();
        }
        return new Answer.Taken(Exchange.NONE, Optional.empty());
    }

    @Override
    public boolean reaches(Target target) {
        return true;
    }
}
