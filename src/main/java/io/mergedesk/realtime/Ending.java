package io.mergedesk.realtime;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// Whether a client may stay.
final class Ending {

    private final Visitor visitor;
    private final Outgoing out;
    private final Subscriptions subscriptions;
    private final Heartbeat heartbeat;
    private final InstantSource clock;
    private final AtomicReference<Optional<CloseReason>> asked =
            new AtomicReference<>(Optional.empty());

    Ending(
            Visitor visitor,
            Outgoing out,
            Subscriptions subscriptions,
            Heartbeat heartbeat,
            InstantSource clock) {
        this.visitor = visitor;
        this.out = out;
        this.subscriptions = subscriptions;
        this.heartbeat = heartbeat;
        this.clock = clock;
    }

    /// It is to end; the first reason counts.
    void ask(CloseReason reason) {
        asked.compareAndSet(Optional.empty(), Optional.of(reason));
    }

    /// Why it has to end now; empty as long as it may stay.
    Optional<CloseReason> reason() {
        if (visitor.reader().get().isEmpty()) {
            return Optional.of(CloseReason.NO_ACCESS);
        }
        if (asked.get().isPresent()) {
            return asked.get();
        }
        if (out.isSlow() || subscriptions.isTooFarBehind()) {
            return Optional.of(CloseReason.BEHIND);
        }
        return heartbeat.isSilent(clock.instant())
                ? Optional.of(CloseReason.SILENT)
                : Optional.empty();
    }

    /// Why it has ended, now that nothing can be sent any more.
    CloseReason broken() {
        return out.isStuck() ? CloseReason.BEHIND : asked.get().orElse(CloseReason.LEFT);
    }
}
