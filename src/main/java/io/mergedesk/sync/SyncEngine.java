package io.mergedesk.sync;

import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.Revisions;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.LaneWorker.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers what is queued, as long as this node lives: leases lanes, has workers deliver them,
/// writes down what they did, and keeps the queue tidy.
final class SyncEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
    private static final Duration RENEW = Duration.ofSeconds(4);
    private static final Duration COUNT = Duration.ofSeconds(15);
    private static final Duration TIDY = Duration.ofMinutes(1);
    private static final Duration YOUNG = Duration.ofSeconds(30);
    private static final int TIDY_AT_ONCE = 1_000;

    private final UUID owner = UUID.randomUUID();
    private final SyncQueue queue;
    private final Targets targets;
    private final TargetStore store;
    private final SecretBox box;
    private final Messages messages;
    private final LaneWorker worker;
    private final Circuits circuits;
    private final EventBus bus;
    private final Consumer<Target> gaps;
    private final SyncMetrics metrics;
    private final InstantSource clock;
    private final Duration keep;
    private final Map<TargetKind, Sender> senders = new EnumMap<>(TargetKind.class);
    private final Dispatcher dispatcher;
    private final Settler settler;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService care =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("sync-care").daemon().factory());

    /// @param gaps queues what a new target has missed
    /// @param metrics told of what was delivered
    /// @param keep how long finished jobs are kept
    SyncEngine(
            SyncQueue queue,
            Targets targets,
            TargetStore store,
            SecretBox box,
            Revisions revisions,
            LaneWorker worker,
            Circuits circuits,
            List<Sender> senders,
            EventBus bus,
            Consumer<Target> gaps,
            SyncMetrics metrics,
            InstantSource clock,
            Duration keep) {
        this.queue = queue;
        this.targets = targets;
        this.store = store;
        this.box = box;
        this.messages = new Messages(revisions);
        this.worker = worker;
        this.circuits = circuits;
        this.bus = bus;
        this.gaps = gaps;
        this.metrics = metrics;
        this.clock = clock;
        this.keep = keep;
        senders.forEach(sender -> this.senders.putIfAbsent(sender.kind(), sender));
        dispatcher = new Dispatcher(queue, targets, circuits, owner, this::work, clock);
        settler = new Settler(queue, owner, this::written);
    }

    void start() {
        settler.start();
        dispatcher.start();
        every(RENEW, this::keepLeases);
        every(RENEW, this::probe);
        every(TIDY, this::tidy);
        every(COUNT, metrics::refresh);
    }

    /// There may be something to deliver.
    void wake() {
        dispatcher.wake();
    }

    /// How many lanes of a target are being delivered by this node.
    int running(TargetId target) {
        return dispatcher.running(target);
    }

    private void every(Duration time, Runnable task) {
        var _ =
                care.scheduleWithFixedDelay(
                        () -> {
                            try {
                                task.run();
                            } catch (RuntimeException e) {
                                LOG.warn(
                                        "the sync queue could not be cared for, trying again: {}",
                                        e.getMessage());
                            }
                        },
                        time.toMillis(),
                        time.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    private void keepLeases() {
        queue.renew(owner, Dispatcher.LEASE);
        var young = clock.instant().minus(YOUNG);
        targets.all().stream().filter(target -> target.createdAt().isAfter(young)).forEach(gaps);
        if (queue.freeExpired() > 0) {
            dispatcher.wake();
        }
    }

    /// Asks whether targets that did not answer can be reached again, where nothing of theirs is
    /// due that would show it.
    private void probe() {
        for (var target : active()) {
            if (circuits.of(target.id()).state(clock.instant()) == Circuit.State.HALF_OPEN) {
                // on a thread of its own: asking may take longer than a lease lasts
                var _ = workers.submit(() -> probe(target));
            }
        }
    }

    private void probe(Target target) {
        if (sender(target).reaches(target)) {
            // the delivery that tries next decides
            queue.hurry(target.id());
            dispatcher.wake();
        }
    }

    private void tidy() {
        int deleted;
        do {
            deleted = queue.clean(keep, TIDY_AT_ONCE);
        } while (deleted == TIDY_AT_ONCE);
    }

    private void work(Target target, List<Lease> leases) {
        try {
            var known =
                    messages.read(
                            leases.stream()
                                    .flatMap(lease ->
                                            Stream.concat(
                                                    lease.untold().stream(), lease.jobs().stream()))
                                    .toList());
            var secrets = box.open(store.secrets(target.id()));
            for (var lease : leases) {
                var _ = workers.submit(() -> work(target, secrets, lease, known));
            }
        } catch (RuntimeException e) {
            LOG.warn("nothing could be read for {}", target.definition().name(), e);
            for (var lease : leases) {
                dispatcher.ended(target.id());
                settler.add(new Settled(lease, List.of(), Duration.ofSeconds(1), Optional.empty()));
            }
            circuits.of(target.id()).release();
        }
    }

    private void work(
            Target target, TargetSecrets secrets, Lease lease, Map<Revised, Revisions.Read> known) {
        var result = worker.work(lease, target, secrets, sender(target), known);
        settler.add(result.settled());
        dispatcher.ended(target.id());
        note(target, result);
        dispatcher.wake();
    }

    private void note(Target target, Result result) {
        if (result.reached().isEmpty()) {
            circuits.of(target.id()).release();
        }
        for (boolean reached : result.reached()) {
            if (!reached) {
                circuits.fail(target, active(), problemOf(result.settled()));
            } else if (circuits.succeed(target, active())) {
                queue.hurry(target.id());
            }
        }
        result.gone().ifPresent(problem -> disable(target, problem));
    }

    private static String problemOf(Settled settled) {
        return settled.outcomes().getLast().problem().orElse("no answer");
    }

    private void disable(Target target, String problem) {
        store.disable(target.id(), problem);
        targets.forget();
        LOG.warn("{} is disabled: {}", target.definition().name(), problem);
    }

    private List<Target> active() {
        return targets.all().stream().filter(Target::isActive).toList();
    }

    private Sender sender(Target target) {
        return Objects.requireNonNull(senders.get(target.definition().kind()));
    }

    private void written(List<Settled> settled) {
        metrics.accept(settled);
        for (var one : settled) {
            var target = targets.find(one.lease().lane().target());
            for (var outcome : one.outcomes()) {
                target.flatMap(known -> event(known, outcome)).ifPresent(bus::publish);
            }
        }
        dispatcher.wake();
    }

    private Optional<Event> event(Target target, Settled.Outcome outcome) {
        var name =
                switch (outcome.end()) {
                    case DONE -> EventName.SYNC_COMPLETED;
                    case DEAD -> EventName.SYNC_FAILED;
                    case OPEN, SKIPPED -> null;
                };
        if (name == null) {
            return Optional.empty();
        }
        var job = outcome.job();
        return Optional.of(
                new Event.JobChanged(
                        name,
                        clock.instant(),
                        job.id().value(),
                        target.definition().name(),
                        job.entity(),
                        job.type(),
                        job.revision(),
                        Optional.empty(),
                        outcome.end() == JobEnd.DEAD ? outcome.problem().orElse("") : ""));
    }

    @Override
    public void close() {
        care.shutdownNow();
        dispatcher.close();
        workers.shutdownNow();
        settler.close();
    }
}
