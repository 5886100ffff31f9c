package io.mergedesk.conflicts;

import io.mergedesk.common.SiteId;

/// One edit: the how-many-th of its entity at its site, counted from 1.
public record Dot(SiteId site, long count) {

    public Dot {
        if (count < 1) {
            throw new IllegalArgumentException("expected a count of 1 or more, got " + count);
        }
    }
}
