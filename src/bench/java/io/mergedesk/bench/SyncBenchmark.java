package io.mergedesk.bench;

import io.mergedesk.common.Priority;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.sync.RestMapping;
import io.mergedesk.sync.RetryPolicy;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetKind;
import io.mergedesk.sync.TargetOutcome;
import io.mergedesk.sync.TargetService;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How many jobs a second the sync queue delivers, with leases, order, delivery log and clean
/// ends, to a target in the same process that takes everything at once; how soon after a save a job
/// is picked up; and how soon all are delivered where the database was killed meanwhile.
final class SyncBenchmark implements Benchmark {

    private static final String NAME = "sync";
    private static final int ENTITIES = 5_000;
    private static final int ROUNDS = 4;
    private static final int RUNS = 5;
    private static final int AT_ONCE = 500;
    private static final int PICKUPS = 300;
    private static final int KILLS = 3;
    private static final double GOAL_RECOVERY_SECONDS = 15;
    private static final double GOAL_JOBS = 2_400;
    private static final double GOAL_PICKUP_MILLIS = 250;

    @Override
    public List<Figure> run() throws Exception {
        try (var application = Application.startEmpty(NAME, TakingSender.class)) {
            Contacts.define(application.get(TypeService.class));
            var service = application.get(EntityService.class);
            var contacts = create(service);
            var targets = application.get(TargetService.class);
            var target = target(targets);
            var sender = application.get(TakingSender.class);
            var speeds = new double[RUNS];
            for (int i = -1; i < RUNS; i++) {
                double speed = drain(service, contacts, targets, target, sender);
                if (i >= 0) {
                    speeds[i] = speed;
                }
                System.err.printf("  %.0f jobs a second%n", speed);
            }
            var recovery = new SyncRecovery(application, Application.home(NAME));
            var down = new double[KILLS];
            var afterwards = new double[KILLS];
            for (int i = 0; i < KILLS; i++) {
                queue(service, contacts, targets, target, 1, sender);
                resume(targets, target);
                var times = recovery.measure(ENTITIES / 5);
                down[i] = times.down() / 1e3;
                afterwards[i] = times.afterwards() / 1e3;
                System.err.printf(
                        "  %.1f s without a database, %.1f s afterwards%n",
                        down[i], afterwards[i]);
            }
            return List.of(
                    Figure.of(NAME, "database killed, until it answers", "s", down),
                    Figure.of(
                                    NAME,
                                    "from then until all of 5,000 jobs are delivered",
                                    "s",
                                    afterwards)
                            .atMost(GOAL_RECOVERY_SECONDS),
                    Figure.of(NAME, "jobs delivered, target in process", "a second", speeds)
                            .atLeast(GOAL_JOBS),
                    Figure.ofTimes(NAME, "save to pickup", pickups(service, contacts, sender))
                            .atMost(GOAL_PICKUP_MILLIS));
        }
    }

    private static List<Entity> create(EntityService service) {
        var contacts = new ArrayList<Entity>();
        for (int i = 0; i < ENTITIES / AT_ONCE; i++) {
            contacts.addAll(Contacts.create(service, AT_ONCE, "s" + i));
        }
        return contacts;
    }

    private static Target target(TargetService targets) {
        var definition =
                new TargetDefinition(
                        "In process",
                        TargetKind.WEBHOOK,
                        URI.create("https://bench.example/"),
                        TargetDefinition.of("", TargetKind.WEBHOOK, URI.create("")).events(),
                        Set.of(),
                        List.of(),
                        Priority.MEDIUM,
                        RetryPolicy.DEFAULT,
                        false,
                        false,
                        64,
                        RestMapping.NONE);
        var outcome = targets.create(definition, Optional.empty(), Contacts.AUTHOR.actor());
        return ((TargetOutcome.Saved) outcome).target();
    }

    /// Queues everything while the target is paused, and measures from its resumption.
    private static double drain(
            EntityService service,
            List<Entity> contacts,
            TargetService targets,
            Target target,
            TakingSender sender) {
        queue(service, contacts, targets, target, ROUNDS, sender);
        long start = System.nanoTime();
        resume(targets, target);
        while (!sender.hasAll()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return ROUNDS * ENTITIES * 1e9 / (System.nanoTime() - start);
    }

    /// Pauses the target and changes everything so many times.
    private static void queue(
            EntityService service,
            List<Entity> contacts,
            TargetService targets,
            Target target,
            int rounds,
            TakingSender sender) {
        var actor = Contacts.AUTHOR.actor();
        var now = targets.find(target.id(), actor).orElseThrow();
        targets.pause(target.id(), now.version(), actor);
        for (int round = 0; round < rounds; round++) {
            change(service, contacts);
        }
        sender.expect(rounds * ENTITIES);
    }

    private static void resume(TargetService targets, Target target) {
        var actor = Contacts.AUTHOR.actor();
        var now = targets.find(target.id(), actor).orElseThrow();
        targets.resume(target.id(), now.version(), actor);
    }

    private static void change(EntityService service, List<Entity> contacts) {
        for (int from = 0; from < contacts.size(); from += AT_ONCE) {
            var some = contacts.subList(from, from + AT_ONCE);
            var edits = new ArrayList<Edit>();
            for (var contact : some) {
                var phone = Contacts.phone(from, contact.revision().number());
                edits.add(
                        new Edit.Update(
                                contact.id(), contact.revision(), Contacts.calling(phone)));
            }
            var written = service.saveAll(edits, Contacts.AUTHOR);
            for (int i = 0; i < written.size(); i++) {
                some.set(i, Contacts.written(written.get(i)));
            }
        }
    }

    private static List<Double> pickups(
            EntityService service, List<Entity> contacts, TakingSender sender) {
        var times = new ArrayList<Double>();
        for (int i = 0; i < PICKUPS; i++) {
            var contact = contacts.get(i);
            var phone = Contacts.phone(i, contact.revision().number());
            sender.expect(1);
            var edit =
                    new Edit.Update(contact.id(), contact.revision(), Contacts.calling(phone));
            Contacts.written(service.save(edit, Contacts.AUTHOR));
            long saved = System.nanoTime();
            while (!sender.hasAll()) {
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(200));
            }
            times.add(Math.max(0, sender.last() - saved) / 1e6);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return times;
    }
}
