package io.mergedesk.sync.http;

import java.time.Duration;

/// How long another system is waited for.
///
/// @param connecting for its name, and for each of its addresses
/// @param answering from the first step to the last byte
record Limits(Duration connecting, Duration answering) {

    static final Limits USUAL = new Limits(Duration.ofSeconds(5), Duration.ofSeconds(20));
}
