package io.mergedesk.sync;

import io.mergedesk.common.TypeName;
import io.mergedesk.events.EventName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The targets there are, read anew every second, as the write path asks for them at each commit
/// and another node may have changed them.
final class Targets {

    /// How old what is known may be.
    static final Duration FRESH = Duration.ofSeconds(1);

    private final TargetStore store;
    private final InstantSource clock;
    private volatile Known known = new Known(List.of(), Instant.MIN);

    private record Known(List<Target> targets, Instant until) {}

    Targets(TargetStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    List<Target> all() {
        var now = clock.instant();
        var current = known;
        if (now.isBefore(current.until())
                && current.until().isBefore(now.plus(FRESH).plusMillis(1))) {
            return current.targets();
        }
        var read = new Known(store.all(), now.plus(FRESH));
        known = read;
        return read.targets();
    }

    Optional<Target> find(TargetId id) {
        return all().stream().filter(target -> target.id().equals(id)).findFirst();
    }

    /// Those that are told of such an event, paused ones too.
    List<Target> wanting(EventName event, TypeName type) {
        return all().stream().filter(target -> target.definition().wants(event, type)).toList();
    }

    void forget() {
        known = new Known(List.of(), Instant.MIN);
    }
}
