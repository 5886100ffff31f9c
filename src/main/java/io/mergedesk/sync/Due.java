package io.mergedesk.sync;

import io.mergedesk.common.Priority;
import java.time.Duration;

/// Lanes of one target and priority that are free, and when the first of them may go.
///
/// @param in how long until then; nothing where it may go now
public record Due(TargetId target, Priority priority, Duration in) {

    public boolean isNow() {
        return !in.isPositive();
    }
}
