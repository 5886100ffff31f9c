package io.mergedesk.bench;

import io.mergedesk.common.Role;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.security.NewPerson;
import io.mergedesk.security.PeopleOutcome;
import io.mergedesk.security.PeopleService;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// How many PATCH requests a second are answered over real HTTP with Basic authentication, on eight
/// connections; the clients are plain sockets in the same process and cost it their share.
final class PatchBenchmark implements Benchmark {

    private static final String NAME = "rest-patch";
    private static final String ACCOUNT = "program";
    private static final String PASSWORD = "three-rivers-and-a-gate";
    private static final int CONNECTIONS = 8;
    private static final int CONTACTS = 1_024;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 10);
    private static final long SECONDS = Long.getLong("bench.seconds", 3);

    @Override
    public List<Figure> run() throws Exception {
        try (var application = Application.startEmpty(NAME)) {
            Contacts.define(application.get(TypeService.class));
            admit(application.get(PeopleService.class));
            var contacts =
                    new ArrayList<>(
                            Contacts.create(
                                    application.get(EntityService.class), CONTACTS, "patched"));
            // a request passes through far more code than a save does: it takes that long to be
            // compiled
            measure(application.address(), contacts, WARM_UP * SECONDS);
            var rates = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                rates[i] = measure(application.address(), contacts, SECONDS);
                System.err.printf("  %.0f PATCH a second%n", rates[i]);
            }
            return List.of(
                    Figure.of(NAME, "PATCH at " + CONNECTIONS, "a second", rates).atLeast(1_200));
        }
    }

    private static void admit(PeopleService people) {
        var outcome =
                people.create(
                        Contacts.AUTHOR.actor(),
                        new NewPerson(ACCOUNT, "A program", Role.USER, Set.of(), PASSWORD));
        if (!(outcome instanceof PeopleOutcome.Done)) {
            throw new IllegalStateException("expected an account, got " + outcome);
        }
    }

    /// Each worker has a connection of its own.
    private static double measure(String address, List<Entity> contacts, long seconds)
            throws Exception {
        var target = new PatchWriter.Target(URI.create(address), ACCOUNT, PASSWORD);
        var writers = new ArrayList<PatchWriter>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                writers.add(new PatchWriter(target, contacts, i, CONNECTIONS));
            }
            return new Load(CONNECTIONS, seconds).perSecond(writers::get);
        } finally {
            for (var writer : writers) {
                writer.close();
            }
        }
    }
}
