package io.mergedesk.storage.jooq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.EventName;
import io.mergedesk.sync.CatchUp;
import io.mergedesk.sync.Job;
import io.mergedesk.sync.JobEnd;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.JobQuery;
import io.mergedesk.sync.JobState;
import io.mergedesk.sync.JobStore;
import io.mergedesk.sync.SealedSecrets;
import io.mergedesk.sync.Settled;
import io.mergedesk.sync.Standing;
import io.mergedesk.sync.SyncQueue;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetId;
import io.mergedesk.sync.TargetKind;
import io.mergedesk.sync.TargetStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class JooqJobStoreTest {

    private static final TypeName CONTACTS = new TypeName("contacts");
    private static final UUID ME = UUID.randomUUID();

    private final TransferDesk desk = new TransferDesk();
    private TargetId shop;

    @BeforeEach
    void thereIsATarget() {
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
        shop = target().id();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void open_jobs_stand_in_the_lane_of_their_priority_and_finished_ones_in_their_targets() {
        add(Priority.CRITICAL);
        add(Priority.MEDIUM);
        deliver(Priority.CRITICAL, JobEnd.DEAD);
        add(Priority.HIGH);

        assertThat(store().standings())
                .containsExactlyInAnyOrder(
                        new Standing(shop, Priority.MEDIUM, JobState.READY, 1),
                        new Standing(shop, Priority.MEDIUM, JobState.DEAD, 1),
                        new Standing(shop, Priority.HIGH, JobState.READY, 1));
        assertThat(store().page(lane(Priority.MEDIUM), 9)).hasSize(2);
        assertThat(store().page(lane(Priority.HIGH), 9)).hasSize(1);
        assertThat(store().page(lane(Priority.CRITICAL), 9)).isEmpty();
        assertThat(store().page(JobQuery.ALL, 9))
                .extracting(JobLine::state, JobLine::priority)
                .containsExactlyInAnyOrder(
                        tuple(JobState.READY, Priority.MEDIUM),
                        tuple(JobState.DEAD, Priority.MEDIUM),
                        tuple(JobState.READY, Priority.HIGH));
    }

    @Test
    void how_far_a_target_has_come_counts_from_the_oldest_job_that_is_open() {
        assertThat(store().catchUp(shop)).isEqualTo(new CatchUp(0, 0));
        add(Priority.LOW);
        add(Priority.HIGH);
        add(Priority.HIGH);

        deliver(Priority.HIGH, JobEnd.DONE);

        assertThat(store().catchUp(shop)).isEqualTo(new CatchUp(2, 1));
        deliver(Priority.LOW, JobEnd.DONE);
        assertThat(store().catchUp(shop)).isEqualTo(new CatchUp(0, 0));
    }

    private static JobQuery lane(Priority priority) {
        return new JobQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(priority),
                Optional.empty());
    }

    private JobStore store() {
        return desk.get(JobStore.class);
    }

    private Target target() {
        var definition =
                TargetDefinition.of("Shop", TargetKind.WEBHOOK, URI.create("https://shop.example"));
        return inTransaction(() ->
                desk.get(TargetStore.class)
                        .add(
                                definition,
                                SealedSecrets.NONE,
                                TransferDesk.ADMIN.id(),
                                Instant.parse("2026-03-01T12:00:00Z")));
    }

    private void add(Priority priority) {
        var job =
                new Job(
                        new JobId(UUID.randomUUID()),
                        shop,
                        new EntityId(UUID.randomUUID()),
                        CONTACTS,
                        new Revision(1),
                        EventName.ENTITY_UPDATED,
                        Optional.empty(),
                        0,
                        Instant.parse("2026-03-01T12:00:00Z"),
                        Optional.empty(),
                        Optional.empty());
        inTransaction(() -> {
            desk.get(SyncQueue.class).add(List.of(job), Map.of(shop, priority));
            return true;
        });
    }

    private void deliver(Priority priority, JobEnd end) {
        var queue = desk.get(SyncQueue.class);
        for (var lease : queue.lease(shop, priority, ME, 9, 9, Duration.ofMinutes(5))) {
            var outcomes =
                    lease.jobs().stream()
                            .map(job ->
                                    new Settled.Outcome(
                                            job, end, 1, Optional.empty(), Optional.empty()))
                            .toList();
            queue.settle(
                    ME, List.of(new Settled(lease, outcomes, Duration.ZERO, Optional.empty())));
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(desk.get(TransactionTemplate.class).execute(_ -> work.get()));
    }
}
