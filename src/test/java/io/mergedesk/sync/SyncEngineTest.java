package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mergedesk.TestClock;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import io.mergedesk.storage.TestDatabase;
import io.mergedesk.storage.jooq.TransferDesk;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a save to the target, over a real MariaDB; the target is a list.
class SyncEngineTest {

    private static final TypeName CONTACTS = new TypeName("contacts");
    private static final FieldName NAME = new FieldName("name");
    private static final RetryPolicy SOON =
            new RetryPolicy(Duration.ofMillis(10), Duration.ofMillis(50), 90);

    @TempDir Path home;

    private final LostAnswers database = new LostAnswers(TestDatabase.fresh());
    private final ExhaustedPool schema = new ExhaustedPool(database);
    private final RecordingSender sender = new RecordingSender();
    private final List<TransferDesk> desks = new ArrayList<>();

    private TransferDesk start() {
        return start(InstantSource.system());
    }

    private TransferDesk start(InstantSource clock) {
        var desk = SyncDesk.start(clock, schema, home, sender);
        desks.add(desk);
        if (desk.get(TypeService.class).find(CONTACTS).isEmpty()) {
            desk.get(TypeService.class)
                    .create(
                            new TypeDefinition(
                                    CONTACTS,
                                    "Contacts",
                                    "Contact",
                                    List.of(FieldDefinition.of(NAME, "Name", FieldKind.TEXT)),
                                    MergeStrategy.FIELD_LEVEL_MERGE),
                            TransferDesk.ADMIN);
        }
        return desk;
    }

    @AfterEach
    void close() {
        desks.forEach(TransferDesk::close);
    }

    @Test
    void every_change_reaches_every_target_once_and_in_order_however_it_answers() throws Exception {
        var desk = start();
        var shop = target(desk, "Shop");
        var bank = target(desk, "Bank");
        var random = new Random(11);
        sender.answer(_ -> {
            synchronized (random) {
                return switch (random.nextInt(6)) {
                    case 0 -> RecordingSender.later();
                    case 1 -> RecordingSender.lost();
                    default -> RecordingSender.taken();
                };
            }
        });

        var entities = write(desk, 6, 40);

        for (var entity : entities) {
            awaitAll(shop, entity, 40);
            awaitAll(bank, entity, 40);
        }
        assertThat(sender.jobs()).isEqualTo(2 * 6 * 40);
    }

    @Test
    void two_nodes_share_the_work_and_do_none_of_it_twice() throws Exception {
        var one = start();
        start();
        var shop = target(one, "Shop");

        var entities = write(one, 6, 40);

        entities.forEach(entity -> awaitAll(shop, entity, 40));
        assertThat(sender.deliveries()).isEqualTo(6 * 40);
    }

    @Test
    void a_clock_that_jumps_makes_nothing_late_or_twice() throws Exception {
        var clock = new TestClock();
        var desk = start(clock);
        var shop = target(desk, "Shop");
        var random = new Random(5);
        sender.answer(_ -> {
            synchronized (random) {
                clock.turn(Duration.ofHours(random.nextInt(-48, 49)));
                return random.nextInt(4) == 0 ? RecordingSender.later() : RecordingSender.taken();
            }
        });

        var entities = write(desk, 4, 20);

        entities.forEach(entity -> awaitAll(shop, entity, 20));
        assertThat(sender.deliveries()).isEqualTo(4 * 20);
    }

    @Test
    void a_pool_without_connections_delays_deliveries_and_loses_none() throws Exception {
        var desk = start();
        var shop = target(desk, "Shop");
        var asked = new CountDownLatch(1);
        var answered = new CountDownLatch(1);
        sender.answer(_ -> {
            asked.countDown();
            await().atMost(Duration.ofMinutes(1)).until(() -> answered.getCount() == 0);
            return RecordingSender.taken();
        });
        var entities = write(desk, 6, 10);
        asked.await();

        schema.exhausted(true);
        answered.countDown();
        await().until(() -> schema.refused() > 20);
        schema.exhausted(false);

        entities.forEach(entity -> awaitAll(shop, entity, 10));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.get(SyncQueue.class).pending(entities).isEmpty());
    }

    @Test
    void what_was_leased_when_the_answer_was_lost_is_delivered_once_the_lease_ran_out()
            throws Exception {
        var desk = start();
        var shop = target(desk, "Shop");
        database.lose("fence = (sync_lane.fence +", 2);

        var entities = write(desk, 4, 10);

        // where the first took all lanes, the second comes once the lease ran out
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(database.lost()).isEqualTo(2));
        entities.forEach(entity -> awaitAll(shop, entity, 10));
        await().until(() -> desk.get(SyncQueue.class).pending(entities).isEmpty());
        assertThat(sender.deliveries()).isEqualTo(4 * 10);
    }

    @Test
    void what_was_written_down_when_the_answer_was_lost_is_not_delivered_again() throws Exception {
        var desk = start();
        var shop = target(desk, "Shop");
        database.lose("insert into sync_attempt", 3);

        var entities = write(desk, 4, 10);

        entities.forEach(entity -> awaitAll(shop, entity, 10));
        await().until(() -> desk.get(SyncQueue.class).pending(entities).isEmpty());
        assertThat(database.lost()).isEqualTo(3);
        assertThat(sender.deliveries()).isEqualTo(4 * 10);
    }

    @Test
    void a_poisoned_job_holds_up_nobody_else_and_can_be_delivered_later() {
        var desk = start();
        var shop = target(desk, "Shop");
        var poisoned = create(desk);
        awaitAll(shop, poisoned, 1);
        sender.answer(delivery ->
                delivery.message().entity().equals(poisoned)
                        ? RecordingSender.refused()
                        : RecordingSender.taken());

        change(desk, poisoned, 2);
        var other = create(desk);

        awaitAll(shop, other, 1);
        var dead = awaitJob(desk, JobState.DEAD);
        assertThat(dead.job().problem()).contains("answered 400");
        sender.answer(_ -> RecordingSender.taken());
        assertThat(jobs(desk).retry(List.of(dead.job().id()), TransferDesk.ADMIN)).isEqualTo(1);
        awaitAll(shop, poisoned, 2);
    }

    @Test
    void a_paused_target_catches_up_when_it_is_resumed() {
        var desk = start();
        var shop = target(desk, "Shop");
        var paused = targets(desk).pause(shop.id(), shop.version(), TransferDesk.ADMIN);
        var entity = create(desk);
        change(desk, entity, 2);

        await().during(Duration.ofMillis(300)).until(() -> sender.jobs() == 0);
        assertThat(desk.get(SyncQueue.class).pending(List.of(entity))).containsExactly(entity);
        targets(desk)
                .resume(
                        shop.id(),
                        ((TargetOutcome.Saved) paused).target().version(),
                        TransferDesk.ADMIN);

        awaitAll(shop, entity, 2);
        await().until(() -> desk.get(SyncQueue.class).pending(List.of(entity)).isEmpty());
    }

    @Test
    void changes_of_a_held_type_wait_and_go_once_it_is_not_held_any_more() {
        var desk = start();
        var shop = target(desk, "Shop");
        assertThat(targets(desk).setRealTimeSync(CONTACTS, false, TransferDesk.ADMIN)).isTrue();
        var entity = create(desk);

        await().during(Duration.ofMillis(300)).until(() -> sender.jobs() == 0);
        targets(desk).setRealTimeSync(CONTACTS, true, TransferDesk.ADMIN);

        awaitAll(shop, entity, 1);
    }

    @Test
    void a_target_that_is_gone_is_disabled_and_keeps_its_jobs() {
        var desk = start();
        var shop = target(desk, "Shop");
        sender.answer(_ -> new Answer.Gone(Exchange.NONE, "answered 410"));
        var entity = create(desk);

        await().until(() ->
                targets(desk).find(shop.id(), TransferDesk.ADMIN).orElseThrow().state()
                        == TargetState.DISABLED);
        sender.answer(_ -> RecordingSender.taken());
        var disabled = targets(desk).find(shop.id(), TransferDesk.ADMIN).orElseThrow();
        assertThat(disabled.problem()).contains("answered 410");
        targets(desk).resume(shop.id(), disabled.version(), TransferDesk.ADMIN);

        awaitAll(shop, entity, 1);
    }

    @Test
    void nobody_answers_and_then_somebody_does() {
        var desk = start();
        var shop = target(desk, "Shop");
        sender.reachable(false);
        sender.answer(_ -> new Answer.Unreachable(Exchange.NONE, "nobody listens"));
        var entities = new ArrayList<EntityId>();
        for (int i = 0; i < 2 * Circuit.TOLERATED; i++) {
            entities.add(create(desk));
        }
        await().until(() -> network(desk).equals(List.of(EventName.NETWORK_OFFLINE)));

        sender.answer(_ -> RecordingSender.taken());
        sender.reachable(true);

        entities.forEach(entity -> awaitAll(shop, entity, 1));
        assertThat(network(desk))
                .containsExactly(EventName.NETWORK_OFFLINE, EventName.NETWORK_ONLINE);
    }

    @Test
    void what_a_target_missed_can_be_replayed_once() {
        var desk = start();
        var entity = create(desk);
        change(desk, entity, 2);
        var shop = target(desk, "Shop");

        var all = new Sequence(Long.MAX_VALUE);
        assertThat(jobs(desk).replay(shop.id(), Sequence.START, all, TransferDesk.ADMIN))
                .isEqualTo(2);
        assertThat(jobs(desk).replay(shop.id(), Sequence.START, all, TransferDesk.ADMIN)).isZero();

        awaitAll(shop, entity, 2);
    }

    @Test
    void what_a_target_missed_is_found_behind_much_that_it_does_not_want() {
        var desk = start();
        var first = create(desk);
        delete(desk, first);
        var many = new ArrayList<Edit>();
        for (int i = 0; i < 1_100; i++) {
            many.add(newContact());
        }
        desk.get(EntityService.class).saveAll(many, author());
        var last = create(desk);
        delete(desk, last);
        var shop = target(desk, "Shop", "entity:deleted");

        var all = new Sequence(Long.MAX_VALUE);
        assertThat(jobs(desk).replay(shop.id(), Sequence.START, all, TransferDesk.ADMIN))
                .isEqualTo(2);

        for (var entity : List.of(first, last)) {
            await().untilAsserted(() -> assertThat(sender.told(shop, entity)).containsExactly(2L));
        }
        assertThat(sender.jobs()).isEqualTo(2);
    }

    @Test
    void more_is_replayed_than_is_queued_at_once() {
        var desk = start();
        var many = new ArrayList<Edit>();
        for (int i = 0; i < 1_100; i++) {
            many.add(newContact());
        }
        desk.get(EntityService.class).saveAll(many, author());
        var shop = target(desk, "Shop");

        var all = new Sequence(Long.MAX_VALUE);
        assertThat(jobs(desk).replay(shop.id(), Sequence.START, all, TransferDesk.ADMIN))
                .isEqualTo(1_100);

        await().atMost(Duration.ofSeconds(60)).until(() -> sender.jobs() == 1_100);
    }

    @Test
    void a_job_nobody_wants_delivered_is_skipped() {
        var desk = start();
        target(desk, "Shop");
        sender.answer(_ ->
                new Answer.Later(Exchange.NONE, "answered 503", Optional.of(Duration.ofHours(1))));
        var entity = create(desk);
        await().until(() ->
                jobs(desk).page(JobQuery.ALL, 9, TransferDesk.ADMIN).getFirst().job().attempts()
                        == 1);
        var waiting = awaitJob(desk, JobState.WAITING);
        assertThat(waiting.nextAttempt()).isPresent();
        assertThat(jobs(desk).attempts(waiting.job().id(), TransferDesk.ADMIN))
                .singleElement()
                .returns("later", AttemptLine::outcome);

        assertThat(jobs(desk).skip(List.of(waiting.job().id()), TransferDesk.ADMIN)).isEqualTo(1);

        assertThat(awaitJob(desk, JobState.SKIPPED).job().id()).isEqualTo(waiting.job().id());
        assertThat(desk.get(SyncQueue.class).pending(List.of(entity))).isEmpty();
    }

    @Test
    void only_admins_see_to_targets_and_jobs() {
        var desk = start();
        var shop = target(desk, "Shop");
        create(desk);

        assertThat(targets(desk).all(TransferDesk.USER)).isEmpty();
        assertThat(targets(desk).pause(shop.id(), shop.version(), TransferDesk.USER))
                .isInstanceOf(TargetOutcome.Forbidden.class);
        assertThat(targets(desk).setRealTimeSync(CONTACTS, false, TransferDesk.USER)).isFalse();
        assertThat(jobs(desk).page(JobQuery.ALL, 9, TransferDesk.USER)).isEmpty();
    }

    private static List<EventName> network(TransferDesk desk) {
        return desk.get(EventBus.class).history().stream()
                .map(Event::name)
                .filter(new Pattern("network:*")::matches)
                .toList();
    }

    private static JobLine awaitJob(TransferDesk desk, JobState state) {
        var query =
                new JobQuery(
                        Optional.of(state),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return await().until(
                        () -> jobs(desk).page(query, 9, TransferDesk.ADMIN),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private void awaitAll(Target target, EntityId entity, long revisions) {
        var expected = LongStream.rangeClosed(1, revisions).boxed().toList();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(sender.told(target, entity)).isEqualTo(expected));
    }

    private static List<EntityId> write(TransferDesk desk, int entities, int revisions)
            throws Exception {
        var written = new ArrayList<EntityId>();
        for (int i = 0; i < entities; i++) {
            written.add(create(desk));
        }
        try (var threads = Executors.newFixedThreadPool(entities)) {
            var writers =
                    written.stream()
                            .map(entity ->
                                    threads.submit(() -> {
                                        for (int i = 2; i <= revisions; i++) {
                                            change(desk, entity, i);
                                        }
                                    }))
                            .toList();
            for (var writer : writers) {
                writer.get();
            }
        }
        return written;
    }

    private static EntityId create(TransferDesk desk) {
        var outcome = desk.get(EntityService.class).save(newContact(), author());
        return ((SaveOutcome.Applied) outcome).entity().id();
    }

    private static Edit newContact() {
        return new Edit.Create(
                CONTACTS, Patch.of(Map.of(NAME, Optional.of(new FieldValue.Text("1")))));
    }

    private static void delete(TransferDesk desk, EntityId entity) {
        var outcome =
                desk.get(EntityService.class)
                        .save(new Edit.Delete(entity, new Revision(1)), author());
        assertThat(outcome).isInstanceOf(SaveOutcome.Applied.class);
    }

    private static void change(TransferDesk desk, EntityId entity, long to) {
        var outcome =
                desk.get(EntityService.class)
                        .save(
                                new Edit.Update(
                                        entity,
                                        new Revision(to - 1),
                                        Patch.of(
                                                Map.of(
                                                        NAME,
                                                        Optional.of(
                                                                new FieldValue.Text(
                                                                        Long.toString(to)))))),
                                author());
        assertThat(outcome).isInstanceOf(SaveOutcome.Applied.class);
    }

    private static Author author() {
        return Author.of(TransferDesk.USER, Origin.API);
    }

    private static Target target(TransferDesk desk, String name) {
        return target(desk, name, "entity:*");
    }

    private static Target target(TransferDesk desk, String name, String events) {
        var plain =
                TargetDefinition.of(
                        name, TargetKind.WEBHOOK, URI.create("https://" + name + ".example/hook"));
        var outcome =
                targets(desk)
                        .create(
                                new TargetDefinition(
                                        name,
                                        plain.kind(),
                                        plain.url(),
                                        Set.of(new Pattern(events)),
                                        Set.of(CONTACTS),
                                        List.of(),
                                        Priority.HIGH,
                                        SOON,
                                        false,
                                        false,
                                        plain.concurrency(),
                                        RestMapping.NONE),
                                Optional.empty(),
                                TransferDesk.ADMIN);
        return ((TargetOutcome.Saved) outcome).target();
    }

    private static TargetService targets(TransferDesk desk) {
        return desk.get(TargetService.class);
    }

    private static JobService jobs(TransferDesk desk) {
        return desk.get(JobService.class);
    }
}
