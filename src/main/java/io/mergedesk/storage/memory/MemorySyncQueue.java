package io.mergedesk.storage.memory;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.sync.Due;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.LaneKey;
import io.mergedesk.sync.Lease;
import io.mergedesk.sync.Settled;
import io.mergedesk.sync.SyncQueue;
import io.mergedesk.sync.TargetId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The queue in memory.
public final class MemorySyncQueue implements SyncQueue {

    /// More than a lane is ever leased.
    private static final long FENCES_OF_A_LANE = 1L << 32;

    private final MemoryTransactions transactions;
    private final InstantSource clock;
    private final MemoryTable<LaneKey, MemoryLane> lanes;
    private final MemoryJobs jobs;
    private final MemoryTable<LaneKey, String> tags;
    private final AtomicLong fences = new AtomicLong();
    private volatile Set<TypeName> held = Set.of();

    public MemorySyncQueue(MemoryTransactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
        lanes = new MemoryTable<>(transactions, Comparator.<LaneKey>naturalOrder());
        jobs = new MemoryJobs(transactions);
        tags = new MemoryTable<>(transactions, Comparator.<LaneKey>naturalOrder());
    }

    @Override
    public void add(List<Job> added, Map<TargetId, Priority> priority) {
        transactions.require();
        for (var job : added) {
            jobs.add(job);
            enter(job, Objects.requireNonNull(priority.get(job.target())));
        }
    }

    /// Puts an open job into its lane, making that if it is not there.
    void enter(Job job, Priority wanted) {
        var lane =
                lanes.find(job.lane())
                        .orElseGet(() ->
                                MemoryLane.opened(
                                        job.type(),
                                        wanted,
                                        clock.instant(),
                                        held.contains(job.type()),
                                        fences.addAndGet(FENCES_OF_A_LANE)));
        lanes.put(job.lane(), lane.hurried(wanted));
    }

    /// Takes a lane away in which nothing is left.
    void leave(LaneKey key) {
        lanes.find(key)
                .filter(lane -> lane.awaits().isEmpty() && jobs.in(key, KeptJob::isOpen).isEmpty())
                .ifPresent(_ -> lanes.remove(key));
    }

    MemoryJobs jobs() {
        return jobs;
    }

    MemoryTable<LaneKey, MemoryLane> lanes() {
        return lanes;
    }

    /// Forgets what is still to be sent to a target.
    void drop(TargetId target) {
        var now = clock.instant();
        for (var kept : jobs.all().values()) {
            if (kept.job().target().equals(target)
                    && (kept.end() == JobEnd.OPEN || kept.end() == JobEnd.DEAD)) {
                jobs.put(kept.skipped(now));
            }
        }
        for (var key : lanes.all().keySet()) {
            if (key.target().equals(target)) {
                lanes.remove(key);
                tags.remove(key);
            }
        }
    }

    /// Moves the lanes of a target.
    void prioritise(TargetId target, Priority priority) {
        change((key, _) -> key.target().equals(target), lane -> lane.of(priority));
    }

    @Override
    public List<Due> due() {
        var now = clock.instant();
        record Place(TargetId target, Priority priority) {}
        var first =
                new TreeMap<Place, Instant>(
                        Comparator.comparing(Place::target).thenComparing(Place::priority));
        lanes.all()
                .forEach((key, lane) -> {
                    if (lane.isFree()) {
                        first.merge(
                                new Place(key.target(), lane.priority()),
                                lane.dueAt(),
                                (one, other) -> one.isBefore(other) ? one : other);
                    }
                });
        return first.entrySet().stream()
                .map(one ->
                        new Due(
                                one.getKey().target(),
                                one.getKey().priority(),
                                Duration.between(now, one.getValue())))
                .toList();
    }

    @Override
    public List<Lease> lease(
            TargetId target, Priority priority, UUID owner, int most, int each, Duration lease) {
        return transactions.execute(_ -> {
            var now = clock.instant();
            return lanes.all().entrySet().stream()
                    .filter(one -> one.getKey().target().equals(target))
                    .filter(one -> one.getValue().isFree() && one.getValue().priority() == priority)
                    .filter(one -> !one.getValue().dueAt().isAfter(now))
                    .sorted(Comparator.comparing(one -> one.getValue().dueAt()))
                    .limit(most)
                    .map(one -> {
                        var leased = one.getValue().leasedBy(owner, now.plus(lease));
                        lanes.put(one.getKey(), leased);
                        return new Lease(
                                one.getKey(),
                                priority,
                                leased.fence(),
                                jobs.in(one.getKey(), KeptJob::isOpen).stream()
                                        .limit(each)
                                        .toList(),
                                jobs.in(one.getKey(), KeptJob::isUntold),
                                tags.find(one.getKey()));
                    })
                    .toList();
        });
    }

    @Override
    public void renew(UUID owner, Set<LaneKey> known, Duration lease) {
        var now = clock.instant();
        change(
                (key, lane) ->
                        known.contains(key)
                                && lane.owner().equals(Optional.of(owner))
                                && lane.leaseUntil().isAfter(now),
                lane -> lane.until(now.plus(lease)));
    }

    @Override
    public List<Settled> settle(UUID owner, List<Settled> done) {
        return transactions.execute(_ -> {
            var kept = new ArrayList<Settled>();
            for (var one : done) {
                var key = one.lease().lane();
                var lane = lanes.find(key);
                if (lane.isPresent()
                        && lane.get().owner().equals(Optional.of(owner))
                        && lane.get().fence() == one.lease().fence()) {
                    settle(key, lane.get(), one);
                    kept.add(one);
                }
            }
            return kept;
        });
    }

    private void settle(LaneKey key, MemoryLane lane, Settled one) {
        var now = clock.instant();
        one.outcomes().forEach(outcome -> jobs.note(outcome, now));
        one.etag().ifPresent(etag -> tags.put(key, etag));
        if (jobs.in(key, KeptJob::isOpen).isEmpty() && one.awaits().isEmpty()) {
            lanes.remove(key);
        } else {
            lanes.put(
                    key,
                    lane.free(now.plus(one.pause()))
                            .held(held.contains(lane.type()))
                            .awaiting(one.awaits()));
        }
    }

    @Override
    public int freeExpired() {
        var now = clock.instant();
        return change(
                (_, lane) -> lane.owner().isPresent() && !lane.leaseUntil().isAfter(now),
                lane -> lane.free(lane.dueAt()));
    }

    @Override
    public void hurry(TargetId target) {
        var now = clock.instant();
        change(
                (key, lane) ->
                        key.target().equals(target) && lane.isFree() && lane.dueAt().isAfter(now),
                lane -> lane.free(now));
    }

    @Override
    public void hold(Set<TypeName> types) {
        held = Set.copyOf(types);
        change((_, lane) -> lane.held() && !types.contains(lane.type()), lane -> lane.held(false));
        change(
                (_, lane) -> lane.owner().isEmpty() && types.contains(lane.type()),
                lane -> lane.held(true));
    }

    @Override
    public Set<TypeName> held() {
        return held;
    }

    /// @return how many
    private int change(BiPredicate<LaneKey, MemoryLane> which, UnaryOperator<MemoryLane> how) {
        return transactions.execute(_ -> {
            int changed = 0;
            for (var one : lanes.all().entrySet()) {
                if (which.test(one.getKey(), one.getValue())) {
                    lanes.put(one.getKey(), how.apply(one.getValue()));
                    changed++;
                }
            }
            return changed;
        });
    }

    @Override
    public Set<ConflictId> awaited() {
        return lanes.all().values().stream()
                .flatMap(lane -> lane.awaits().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public void release(Set<ConflictId> settled) {
        var now = clock.instant();
        transactions.executeWithoutResult(_ -> {
            for (var one : lanes.all().entrySet()) {
                if (one.getValue().awaits().filter(settled::contains).isPresent()) {
                    lanes.put(one.getKey(), one.getValue().awaiting(Optional.empty()).free(now));
                    leave(one.getKey());
                }
            }
        });
    }

    @Override
    public Set<EntityId> pending(Collection<EntityId> entities) {
        var wanted = new HashSet<>(entities);
        return lanes.all().keySet().stream()
                .filter(lane -> wanted.contains(lane.entity()))
                .filter(lane -> !jobs.in(lane, KeptJob::isOpen).isEmpty())
                .map(LaneKey::entity)
                .collect(Collectors.toSet());
    }

    @Override
    public int clean(Duration age, int most) {
        var before = clock.instant().minus(age);
        return transactions.execute(_ -> jobs.clean(before, most));
    }
}
