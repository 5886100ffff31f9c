package io.mergedesk.sync;

import io.mergedesk.common.Priority;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leases lanes as they may go and as there is room, by turns of the priorities, and hands them to
/// workers.
///
/// Woken after each commit of this node, by workers that end, and by the time a lane rests until;
/// looks by itself every second for what other nodes queued.
final class Dispatcher implements AutoCloseable {

    /// How long a lease lasts unless renewed: after a crash, others go on that soon.
    static final Duration LEASE = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int ROOM = 128;
    private static final int JOBS_OF_A_LANE = 20;

    private final SyncQueue queue;
    private final Targets targets;
    private final Circuits circuits;
    private final UUID owner;
    private final HeldLeases held;
    private final BiConsumer<Target, List<Lease>> workers;
    private final InstantSource clock;
    private final Turns turns = new Turns();
    private final Semaphore wakes = new Semaphore(0);
    private final AtomicInteger running = new AtomicInteger();
    private final Map<TargetId, AtomicInteger> runningOf = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    /// @param workers given what was leased, and to call [#ended] for each of them
    Dispatcher(
            SyncQueue queue,
            Targets targets,
            Circuits circuits,
            UUID owner,
            HeldLeases held,
            BiConsumer<Target, List<Lease>> workers,
            InstantSource clock) {
        this.queue = queue;
        this.targets = targets;
        this.circuits = circuits;
        this.owner = owner;
        this.held = held;
        this.workers = workers;
        this.clock = clock;
        thread = Thread.ofPlatform().name("sync-dispatcher").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// There may be something to do.
    void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /// A lease was worked on to its end.
    void ended(TargetId target) {
        runningOf(target).decrementAndGet();
        running.decrementAndGet();
    }

    int running(TargetId target) {
        return runningOf(target).get();
    }

    private AtomicInteger runningOf(TargetId target) {
        return runningOf.computeIfAbsent(target, _ -> new AtomicInteger());
    }

    private void run() {
        while (!closed) {
            try {
                var rest = dispatch();
                wakes.tryAcquire(Math.max(1, rest.toMillis()), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                if (!closed) {
                    LOG.warn("the sync queue could not be read, trying again: {}", e.getMessage());
                    rest();
                }
            }
        }
    }

    private void rest() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    /// @return how long there is nothing to do
    private Duration dispatch() {
        var due = queue.due();
        var now = new EnumMap<Priority, List<Target>>(Priority.class);
        var rest = POLL;
        for (var one : due) {
            var target = targets.find(one.target()).filter(Target::isActive);
            if (target.isEmpty()) {
                continue;
            }
            if (!one.isNow()) {
                rest = one.in().compareTo(rest) < 0 ? one.in() : rest;
            } else if (room(target.get()) > 0) {
                now.computeIfAbsent(one.priority(), _ -> new ArrayList<>()).add(target.get());
            }
        }
        if (now.isEmpty()) {
            return rest;
        }
        // as long as something was leased there may be more
        return lease(now) ? Duration.ZERO : rest;
    }

    private int room(Target target) {
        int most =
                Math.min(
                        ROOM - running.get(),
                        target.definition().concurrency() - running(target.id()));
        return most <= 0 ? 0 : circuits.of(target.id()).room(clock.instant(), most);
    }

    private boolean lease(Map<Priority, List<Target>> now) {
        var shares = shares(now);
        boolean any = false;
        for (var priority : Priority.values()) {
            int share = shares.getOrDefault(priority, 0);
            for (var target : now.getOrDefault(priority, List.of())) {
                int most = Math.min(share, room(target));
                if (most > 0) {
                    int leased = lease(target, priority, most);
                    share -= leased;
                    any |= leased > 0;
                }
            }
        }
        return any;
    }

    private int lease(Target target, Priority priority, int most) {
        var leases = queue.lease(target.id(), priority, owner, most, JOBS_OF_A_LANE, LEASE);
        if (!leases.isEmpty()) {
            held.took(leases);
            runningOf(target.id()).addAndGet(leases.size());
            running.addAndGet(leases.size());
            circuits.of(target.id()).started(clock.instant());
            workers.accept(target, leases);
        }
        return leases.size();
    }

    /// How many leases each priority may take of the room there is.
    private Map<Priority, Integer> shares(Map<Priority, List<Target>> now) {
        var shares = new HashMap<Priority, Integer>();
        int room = ROOM - running.get();
        for (int i = 0; i < room; i++) {
            shares.merge(turns.next(now.keySet()), 1, Integer::sum);
        }
        return shares;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
