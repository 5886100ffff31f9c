package io.mergedesk.sync;

import io.mergedesk.common.Subscription;
import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Revisions;
import io.mergedesk.events.EventBus;
import io.mergedesk.sync.LaneWorker.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Delivers what is queued, as long as this node lives: leases lanes, has workers deliver them, and
/// writes down what they did.
final class SyncEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SyncEngine.class);
    private static final Duration COUNT = Duration.ofSeconds(15);

    private final UUID owner = UUID.randomUUID();
    private final SyncQueue queue;
    private final Targets targets;
    private final TargetStore store;
    private final SecretBox box;
    private final Messages messages;
    private final LaneWorker worker;
    private final Circuits circuits;
    private final Senders senders;
    private final SyncMetrics metrics;
    private final DeliveryEvents events;
    private final InstantSource clock;
    private final Dispatcher dispatcher;
    private final Settler settler;
    private final QueueCare care;
    private final DeskWaits waits;
    private final EventBus bus;
    private Subscription watch = () -> {};
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

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
            Senders senders,
            EventBus bus,
            ConflictStore conflicts,
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
        this.senders = senders;
        this.metrics = metrics;
        this.events = new DeliveryEvents(targets, bus, clock);
        this.clock = clock;
        this.bus = bus;
        var held = new HeldLeases();
        dispatcher = new Dispatcher(queue, targets, circuits, owner, held, this::work, clock);
        settler = new Settler(queue, owner, held, this::written);
        care = new QueueCare(queue, targets, owner, held, gaps, dispatcher::wake, clock, keep);
        waits = new DeskWaits(queue, conflicts, dispatcher::wake);
    }

    void start() {
        settler.start();
        dispatcher.start();
        care.start();
        care.every(QueueCare.RENEW, this::probe);
        care.every(QueueCare.RENEW, waits::release);
        watch = waits.watch(bus, this::later);
        care.every(COUNT, metrics::refresh);
    }

    /// There may be something to deliver.
    void wake() {
        dispatcher.wake();
    }

    /// What fails is tried again by the care of the queue.
    private void later(Runnable task) {
        var _ =
                workers.submit(() -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.warn("{}, trying again", e.getMessage());
                    }
                });
    }

    /// How many lanes of a target are being delivered by this node.
    int running(TargetId target) {
        return dispatcher.running(target);
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
        if (senders.of(target).reaches(target)) {
            // the delivery that tries next decides
            queue.hurry(target.id());
            dispatcher.wake();
        }
    }

    private void work(Target target, List<Lease> leases) {
        try {
            var known = messages.read(leases.stream().flatMap(SyncEngine::jobs).toList());
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

    private static Stream<Job> jobs(Lease lease) {
        return Stream.concat(lease.untold().stream(), lease.jobs().stream());
    }

    private void work(
            Target target, TargetSecrets secrets, Lease lease, Map<Revised, Revisions.Read> known) {
        var result = worker.work(lease, target, secrets, senders.of(target), known);
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

    private void written(List<Settled> settled) {
        metrics.accept(settled);
        events.publish(settled);
        dispatcher.wake();
    }

    @Override
    public void close() {
        watch.close();
        care.close();
        dispatcher.close();
        workers.shutdownNow();
        settler.close();
    }
}
