package io.mergedesk.sync;

import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventName;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// Which targets can be reached, by what their deliveries met; tells the bus when that changes, for
/// each target and for all of them together.
final class Circuits {

    /// What events call all targets together.
    static final String NETWORK = "network";

    private final Map<TargetId, Circuit> byTarget = new ConcurrentHashMap<>();
    private final EventBus bus;
    private final InstantSource clock;
    private final RandomGenerator random;
    private boolean offline;

    Circuits(EventBus bus, InstantSource clock, RandomGenerator random) {
        this.bus = bus;
        this.clock = clock;
        this.random = random;
    }

    Circuit of(TargetId target) {
        return byTarget.computeIfAbsent(target, _ -> new Circuit(random));
    }

    /// @param active those that are sent to
    /// @return whether the target is back
    boolean succeed(Target target, List<Target> active) {
        boolean back = of(target.id()).succeed();
        if (back) {
            tell(EventName.NETWORK_ONLINE, target.definition().name(), "answers again");
            tellOfAll(active);
        }
        return back;
    }

    void fail(Target target, List<Target> active, String problem) {
        if (of(target.id()).fail(clock.instant())) {
            tell(EventName.NETWORK_OFFLINE, target.definition().name(), problem);
            tellOfAll(active);
        }
    }

    boolean isOnline(TargetId target) {
        return of(target).state(clock.instant()) == Circuit.State.CLOSED;
    }

    /// Offline is where not one of them can be reached.
    private synchronized void tellOfAll(List<Target> active) {
        boolean none = !active.isEmpty() && active.stream().noneMatch(one -> isOnline(one.id()));
        if (none != offline && active.size() > 1) {
            offline = none;
            tell(
                    none ? EventName.NETWORK_OFFLINE : EventName.NETWORK_ONLINE,
                    NETWORK,
                    none ? "no target can be reached" : "targets can be reached again");
        }
    }

    private void tell(EventName name, String subject, String detail) {
        bus.publish(new Event.Notice(name, clock.instant(), subject, detail));
    }
}
