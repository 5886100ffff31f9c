package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.EventName;
import io.mergedesk.storage.TestDatabase;
import io.mergedesk.storage.jooq.TransferDesk;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Work on more jobs than any list shows, on a real database.
class JobBulkTest {

    private static final TypeName CONTACTS = new TypeName("contacts");
    private static final UUID ME = UUID.randomUUID();
    private static final int MANY = 1_100;

    @TempDir Path home;

    private TransferDesk desk;
    private TargetId shop;
    private final List<Integer> told = new ArrayList<>();

    @BeforeEach
    void thereIsAPausedTargetWithManyDeadJobs() {
        desk =
                SyncDesk.start(
                        InstantSource.system(), TestDatabase.fresh(), home, new RecordingSender());
        desk.get(TypeService.class)
                .create(
                        new TypeDefinition(
                                CONTACTS,
                                "Contacts",
                                "Contact",
                                List.of(
                                        FieldDefinition.of(
                                                new FieldName("name"), "Name", FieldKind.TEXT)),
                                MergeStrategy.FIELD_LEVEL_MERGE),
                        TransferDesk.ADMIN);
        var targets = desk.get(TargetService.class);
        var made =
                targets.create(
                        TargetDefinition.of(
                                "Shop", TargetKind.WEBHOOK, URI.create("https://shop.example")),
                        Optional.empty(),
                        TransferDesk.ADMIN);
        shop = ((TargetOutcome.Saved) made).target().id();
        targets.pause(shop, 1, TransferDesk.ADMIN);
        add(MANY);
        die();
        add(3);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void all_that_match_are_delivered_again_in_batches_and_nothing_else() {
        assertThat(bulk().count(in(JobState.DEAD), TransferDesk.ADMIN)).isEqualTo(MANY);

        int retried = bulk().retry(in(JobState.DEAD), told::add, TransferDesk.ADMIN);

        assertThat(retried).isEqualTo(MANY);
        assertThat(told).containsExactly(500, 1_000, MANY);
        assertThat(bulk().count(in(JobState.DEAD), TransferDesk.ADMIN)).isZero();
        assertThat(bulk().count(in(JobState.READY), TransferDesk.ADMIN)).isEqualTo(MANY + 3);
        assertThat(noted(TrailAction.JOBS_RETRIED)).isEqualTo(3);
    }

    @Test
    void all_that_match_are_skipped() {
        assertThat(bulk().skip(in(JobState.READY), told::add, TransferDesk.ADMIN)).isEqualTo(3);
        assertThat(bulk().skip(in(JobState.DEAD), told::add, TransferDesk.ADMIN)).isEqualTo(MANY);

        assertThat(bulk().count(in(JobState.SKIPPED), TransferDesk.ADMIN)).isEqualTo(MANY + 3);
        assertThat(noted(TrailAction.JOBS_SKIPPED)).isEqualTo(4);
    }

    @Test
    void the_same_change_is_made_to_what_each_of_them_sent() {
        var change = JsonMapper.shared().createObjectNode().put("mended", true);

        int changed = bulk().retryChanged(in(JobState.DEAD), change, told::add, TransferDesk.ADMIN);

        assertThat(changed).isEqualTo(MANY);
        assertThat(noted(TrailAction.JOB_CHANGED)).isEqualTo(3);
        assertThat(desk.get(JobStore.class).page(in(JobState.READY), 9))
                .filteredOn(line -> line.job().attempts() > 0)
                .allSatisfy(line ->
                        assertThat(line.job().body()).contains("{\"id\":1,\"mended\":true}"));
    }

    @Test
    void it_must_be_said_in_which_state_they_are_and_by_an_admin() {
        assertThatThrownBy(() -> bulk().retry(JobQuery.ALL, told::add, TransferDesk.ADMIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("done, dead or skipped");
        assertThatThrownBy(() -> bulk().skip(in(JobState.DONE), told::add, TransferDesk.ADMIN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bulk().retry(in(JobState.DEAD), told::add, TransferDesk.USER)).isZero();
        assertThat(bulk().count(in(JobState.DEAD), TransferDesk.USER)).isZero();
    }

    private long noted(TrailAction action) {
        return desk.get(Trail.class).after(Sequence.START, 999).stream()
                .filter(entry -> entry.action() == action)
                .count();
    }

    private JobBulk bulk() {
        return desk.get(JobBulk.class);
    }

    private JobQuery in(JobState state) {
        return new JobQuery(
                Optional.of(state),
                Optional.of(shop),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void add(int many) {
        var ids = desk.get(EntityIds.class);
        var jobs =
                IntStream.range(0, many)
                        .mapToObj(_ ->
                                new Job(
                                        new JobId(ids.next().value()),
                                        shop,
                                        new EntityId(UUID.randomUUID()),
                                        CONTACTS,
                                        new Revision(1),
                                        EventName.ENTITY_UPDATED,
                                        Optional.empty(),
                                        0,
                                        Instant.parse("2026-03-01T12:00:00Z"),
                                        Optional.empty(),
                                        Optional.empty()))
                        .toList();
        desk.get(TransactionTemplate.class)
                .executeWithoutResult(
                        _ -> desk.get(SyncQueue.class).add(jobs, Map.of(shop, Priority.MEDIUM)));
    }

    private void die() {
        var queue = desk.get(SyncQueue.class);
        var leases = queue.lease(shop, Priority.MEDIUM, ME, MANY, 1, Duration.ofMinutes(5));
        queue.settle(ME, leases.stream().map(JobBulkTest::refused).toList());
    }

    private static Settled refused(Lease lease) {
        var exchange = new Exchange("POST / HTTP/1.1\n\n{\"id\":1}", 400, "", Duration.ZERO);
        return new Settled(
                lease,
                List.of(
                        new Settled.Outcome(
                                lease.jobs().getFirst(),
                                JobEnd.DEAD,
                                1,
                                Optional.of("answered 400"),
                                Optional.of(
                                        new Settled.Attempt(
                                                "refused",
                                                Instant.parse("2026-03-01T12:00:00Z"),
                                                exchange)))),
                Duration.ZERO,
                Optional.empty());
    }
}
