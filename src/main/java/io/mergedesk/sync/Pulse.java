package io.mergedesk.sync;

/// What came of the attempts of one minute.
public record Pulse(long taken, long failed) {}
