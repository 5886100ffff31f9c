package io.mergedesk.bench;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.security.ApiTokenService;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import io.mergedesk.security.TokenOutcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How long after a save the programs at the gateway hear of it: from asking for the save to the
/// frame in the client, with 100 and 1,000 WebSockets; and whether any change was missing or came
/// twice while they left at random and came back. The clients are plain sockets in the process of
/// the server and cost it their share.
final class RealtimeBenchmark implements Benchmark {

    private static final String NAME = "realtime";
    private static final int OF_ONE_PERSON = 50;
    private static final int CONTACTS = 256;
    private static final int WARM_UP = 100;
    private static final int SAVES = Integer.getInteger("bench.saves", 300);
    private static final double EACH_MILLIS = 100;
    private static final long LONGEST_SECONDS = 60;

    private final Random random = new Random(5);
    private final Map<Long, Long> saved = new HashMap<>();

    @Override
    public List<Figure> run() throws Exception {
        try (var application = Application.startEmpty(NAME)) {
            Contacts.define(application.get(TypeService.class));
            var entities = application.get(EntityService.class);
            var contacts = new ArrayList<>(Contacts.create(entities, CONTACTS, "told"));
            var figures = new ArrayList<Figure>();
            var crowd = new ArrayList<Listener>();
            try {
                grow(crowd, 100, application, entities);
                figures.addAll(measure(crowd, contacts, entities, 50));
                grow(crowd, 1_000, application, entities);
                figures.addAll(measure(crowd, contacts, entities, 150));
                figures.add(leaving(crowd, contacts, entities));
            } finally {
                for (var listener : crowd) {
                    listener.stop();
                }
            }
            return figures;
        }
    }

    private static void grow(
            List<Listener> crowd, int count, Application application, EntityService entities)
            throws Exception {
        var address = URI.create(application.address());
        while (crowd.size() < count) {
            var token = token(application, "listener-" + crowd.size());
            for (int i = 0; i < OF_ONE_PERSON; i++) {
                var listener =
                        new Listener(address, token, entities.head().number(), crowd.size());
                crowd.add(listener);
                Thread.ofVirtual().start(listener);
            }
            await(() -> crowd.stream().allMatch(Listener::isConnected), "all to be connected");
        }
    }

    private static String token(Application application, String account) {
        var person =
                application
                        .get(PeopleService.class)
                        .create(
                                Contacts.AUTHOR.actor(),
                                new NewPerson(
                                        account,
                                        account,
                                        Role.USER,
                                        Set.of(),
                                        "three-rivers-and-a-gate"));
        var actor = new Actor(new UserId(account), Role.USER, Set.of());
        if (person instanceof PeopleOutcome.Done
                && application.get(ApiTokenService.class).create(actor, "bench")
                        instanceof TokenOutcome.Made(var made)) {
            return made.secret();
        }
        throw new IllegalStateException("expected a token, got " + person);
    }

    private List<Figure> measure(
            List<Listener> crowd, List<Entity> contacts, EntityService entities, double goal)
            throws Exception {
        save(WARM_UP, contacts, entities);
        awaitAll(crowd, entities);
        crowd.forEach(Listener::take);
        save(SAVES, contacts, entities);
        awaitAll(crowd, entities);
        var millis = new ArrayList<Double>();
        for (var listener : crowd) {
            for (var arrival : listener.take()) {
                long asked = Objects.requireNonNull(saved.get(arrival.sequence()));
                millis.add((arrival.nanos() - asked) / 1e6);
            }
        }
        var sorted = millis.stream().sorted().toList();
        double p99 = sorted.get((int) Math.ceil(0.99 * sorted.size()) - 1);
        var what = "save to " + crowd.size() + " WebSockets";
        return List.of(
                Figure.ofTimes(NAME, what, millis),
                Figure.of(NAME, what + " (p99)", "ms", p99).atMost(goal));
    }

    private Figure leaving(List<Listener> crowd, List<Entity> contacts, EntityService entities)
            throws Exception {
        crowd.forEach(listener -> listener.leaveAfterOneIn(50));
        save(SAVES, contacts, entities);
        awaitAll(crowd, entities);
        int wrong = crowd.stream().mapToInt(Listener::wrong).sum();
        return Figure.of(
                        NAME,
                        "missed or repeated by " + crowd.size() + " that leave and come back",
                        "changes",
                        wrong)
                .atMost(0);
    }

    /// About ten a second, at moments that nobody could foresee.
    private void save(int count, List<Entity> contacts, EntityService entities) {
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(contacts.size());
            var contact = contacts.get(place);
            var phone = Contacts.phone(place, contact.revision().number());
            var edit = new Edit.Update(contact.id(), contact.revision(), Contacts.calling(phone));
            long sequence = entities.head().next().number();
            saved.put(sequence, System.nanoTime());
            contacts.set(place, Contacts.written(entities.save(edit, Contacts.AUTHOR)));
            LockSupport.parkNanos(
                    (long) (random.nextDouble() * 2 * EACH_MILLIS * 1_000_000));
        }
    }

    private static void awaitAll(List<Listener> crowd, EntityService entities) throws Exception {
        long head = entities.head().number();
        await(() -> crowd.stream().allMatch(one -> one.last() == head), "all to have heard");
    }

    private static void await(java.util.function.BooleanSupplier condition, String what)
            throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("expected " + what + " within a minute");
            }
            Thread.sleep(20);
        }
    }
}
