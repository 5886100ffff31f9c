package io.mergedesk.sync;

import io.mergedesk.common.Priority;
import java.util.Set;

/// Whose turn it is: critical first, and yet nobody waits for ever.
///
/// While there is something critical it gets all turns but each sixteenth. The others share what
/// they get as 4 : 2 : 1. So, of [#CYCLE] turns in a row, each priority that has something to do
/// the whole time gets at least one, whatever the others have.
final class Turns {

    /// Within so many turns each priority comes at least once.
    static final int CYCLE = 16 * 7;

    private static final int OTHERS_EVERY = 16;
    private static final Priority[] OTHERS = {
        Priority.HIGH,
        Priority.MEDIUM,
        Priority.HIGH,
        Priority.LOW,
        Priority.HIGH,
        Priority.MEDIUM,
        Priority.HIGH
    };

    private int turns;
    private int others;

    /// @param present which have something to do; not empty
    Priority next(Set<Priority> present) {
        turns = (turns + 1) % OTHERS_EVERY;
        boolean onlyCritical = present.equals(Set.of(Priority.CRITICAL));
        if (present.contains(Priority.CRITICAL) && (onlyCritical || turns != 0)) {
            return Priority.CRITICAL;
        }
        while (true) {
            others = (others + 1) % OTHERS.length;
            if (present.contains(OTHERS[others])) {
                return OTHERS[others];
            }
        }
    }
}
