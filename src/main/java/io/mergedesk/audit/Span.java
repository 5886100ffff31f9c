package io.mergedesk.audit;

import io.mergedesk.common.Sequence;

/// Places that follow one another, both ends included.
public record Span(Sequence from, Sequence to) {

    public Span {
        if (from.isAfter(to)) {
            throw new IllegalArgumentException("expected a span forwards, got " + from + " " + to);
        }
    }

    @Override
    public String toString() {
        return from.equals(to) ? Long.toString(from.number()) : from.number() + "–" + to.number();
    }
}
