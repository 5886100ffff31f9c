package io.mergedesk.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The clock of the demo: while the demo records are made it walks through the last months, so that
/// they have a history; from then on it is the computer's.
@Component
@Primary
@Profile("demo")
class DemoClock implements InstantSource {

    private final AtomicReference<@Nullable Instant> past = new AtomicReference<>();

    @Override
    public Instant instant() {
        var then = past.get();
        return then == null ? InstantSource.system().instant() : then;
    }

    void goTo(Instant then) {
        past.set(then);
    }

    void advance(Duration step) {
        past.updateAndGet(then -> then == null ? null : then.plus(step));
    }

    void comeBack() {
        past.set(null);
    }
}
