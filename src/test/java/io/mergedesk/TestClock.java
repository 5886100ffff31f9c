package io.mergedesk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that a test turns.
public final class TestClock implements InstantSource {

    private volatile Instant now = Instant.parse("2026-03-04T05:06:07Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void turn(Duration forward) {
        now = now.plus(forward);
    }
}
