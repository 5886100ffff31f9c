package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.events.EventName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/// What every queue does. The types `contacts` and `contracts` are there.
public interface SyncQueueContract {

    TypeName CONTACTS = new TypeName("contacts");
    TypeName CONTRACTS = new TypeName("contracts");
    TargetId SHOP = new TargetId(1);
    TargetId BANK = new TargetId(2);
    UUID ME = UUID.randomUUID();
    UUID OTHER = UUID.randomUUID();
    Duration LONG = Duration.ofMinutes(5);

    SyncQueue queue();

    <T> T inTransaction(Supplier<T> work);

    @Test
    default void the_jobs_of_an_entity_come_in_the_order_of_its_revisions() {
        var entity = entity();
        add(Priority.HIGH, job(SHOP, entity, 1));
        add(Priority.HIGH, job(SHOP, entity, 3), job(SHOP, entity, 2));

        var leases = lease(SHOP, Priority.HIGH);

        assertThat(leases).hasSize(1);
        assertThat(revisions(leases.getFirst())).containsExactly(1L, 2L, 3L);
    }

    @Test
    default void a_lane_is_leased_to_one_at_a_time_and_others_go_beside_it() {
        add(Priority.HIGH, job(SHOP, entity(), 1));

        assertThat(lease(SHOP, Priority.HIGH)).hasSize(1);
        assertThat(lease(SHOP, Priority.HIGH)).isEmpty();

        add(Priority.HIGH, job(SHOP, entity(), 1), job(BANK, entity(), 1));
        assertThat(lease(SHOP, Priority.HIGH)).hasSize(1);
        assertThat(lease(BANK, Priority.HIGH)).hasSize(1);
    }

    @Test
    default void no_more_is_leased_than_wanted() {
        var entity = entity();
        add(Priority.LOW, job(SHOP, entity, 1), job(SHOP, entity, 2), job(SHOP, entity(), 1));

        var leases = queue().lease(SHOP, Priority.LOW, ME, 1, 1, LONG);

        assertThat(leases).hasSize(1);
        assertThat(leases.getFirst().jobs()).hasSize(1);
    }

    @Test
    default void what_is_done_is_gone_and_nobody_waits_for_it() {
        var entity = entity();
        add(Priority.HIGH, job(SHOP, entity, 1));
        assertThat(queue().pending(List.of(entity, entity()))).containsExactly(entity);

        var lease = lease(SHOP, Priority.HIGH).getFirst();
        assertThat(queue().settle(ME, List.of(done(lease)))).hasSize(1);

        assertThat(queue().pending(List.of(entity))).isEmpty();
        assertThat(queue().due()).isEmpty();
    }

    @Test
    default void what_is_queued_during_a_delivery_comes_after_it() {
        var entity = entity();
        add(Priority.HIGH, job(SHOP, entity, 1));
        var first = lease(SHOP, Priority.HIGH).getFirst();

        add(Priority.HIGH, job(SHOP, entity, 2));
        assertThat(lease(SHOP, Priority.HIGH)).isEmpty();
        queue().settle(ME, List.of(done(first)));

        var second = lease(SHOP, Priority.HIGH).getFirst();
        assertThat(revisions(second)).containsExactly(2L);
        assertThat(second.fence()).isGreaterThan(0);
    }

    @Test
    default void an_old_lease_of_a_lane_that_ended_and_began_anew_is_not_given_back_twice() {
        var entity = entity();
        add(Priority.HIGH, job(SHOP, entity, 1));
        var first = lease(SHOP, Priority.HIGH).getFirst();
        queue().settle(ME, List.of(done(first)));
        add(Priority.HIGH, job(SHOP, entity, 2));
        var second = lease(SHOP, Priority.HIGH).getFirst();

        assertThat(queue().settle(ME, List.of(done(first)))).isEmpty();

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(queue().pending(List.of(entity))).containsExactly(entity);
        assertThat(queue().settle(ME, List.of(done(second)))).hasSize(1);
    }

    @Test
    default void what_failed_rests_with_its_attempts_and_its_problem_until_it_is_hurried() {
        var entity = entity();
        add(Priority.HIGH, job(SHOP, entity, 1));
        var lease = lease(SHOP, Priority.HIGH).getFirst();

        queue().settle(ME, List.of(failed(lease, LONG)));

        assertThat(lease(SHOP, Priority.HIGH)).isEmpty();
        assertThat(queue().due())
                .singleElement()
                .satisfies(due -> {
                    assertThat(due.isNow()).isFalse();
                    assertThat(due.in()).isBetween(LONG.dividedBy(2), LONG);
                });
        assertThat(queue().pending(List.of(entity))).containsExactly(entity);

        queue().hurry(BANK);
        assertThat(lease(SHOP, Priority.HIGH)).isEmpty();
        queue().hurry(SHOP);
        var again = lease(SHOP, Priority.HIGH).getFirst().jobs().getFirst();
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.problem()).contains("answered 503");
        assertThat(again.id()).isEqualTo(lease.jobs().getFirst().id());
    }

    @Test
    default void a_lane_that_awaits_a_decision_stays_until_that_is_made_and_others_go_on() {
        var entity = entity();
        var conflict = new ConflictId(UUID.randomUUID());
        add(Priority.HIGH, job(SHOP, entity, 1));
        var lease = lease(SHOP, Priority.HIGH).getFirst();
        var outcomes = ended(lease, JobEnd.DEAD).outcomes();

        queue().settle(
                        ME,
                        List.of(
                                new Settled(
                                        lease,
                                        outcomes,
                                        Duration.ZERO,
                                        Optional.empty(),
                                        Optional.of(conflict))));
        assertThat(queue().pending(List.of(entity))).isEmpty();
        add(Priority.HIGH, job(SHOP, entity, 2), job(BANK, entity, 2), job(SHOP, entity(), 1));

        assertThat(queue().awaited()).containsExactly(conflict);
        assertThat(queue().pending(List.of(entity))).containsExactly(entity);
        queue().hurry(SHOP);
        assertThat(lease(SHOP, Priority.HIGH)).hasSize(1);
        assertThat(lease(BANK, Priority.HIGH)).hasSize(1);
        queue().release(Set.of(new ConflictId(UUID.randomUUID())));
        assertThat(lease(SHOP, Priority.HIGH)).isEmpty();
        queue().release(Set.of(conflict));
        var second = lease(SHOP, Priority.HIGH).getFirst();
        assertThat(revisions(second)).containsExactly(2L);
        assertThat(queue().awaited()).isEmpty();
    }

    @Test
    default void a_lane_that_awaited_a_decision_with_nothing_in_it_is_gone_with_it() {
        var conflict = new ConflictId(UUID.randomUUID());
        add(Priority.HIGH, job(SHOP, entity(), 1));
        var lease = lease(SHOP, Priority.HIGH).getFirst();
        queue().settle(
                        ME,
                        List.of(
                                new Settled(
                                        lease,
                                        ended(lease, JobEnd.DEAD).outcomes(),
                                        Duration.ZERO,
                                        Optional.empty(),
                                        Optional.of(conflict))));

        queue().release(Set.of(conflict));

        assertThat(queue().due()).isEmpty();
        assertThat(queue().awaited()).isEmpty();
    }

    @Test
    default void a_dead_job_does_not_hold_up_the_next_of_its_entity() {
        var entity = entity();
        add(Priority.HIGH, job(SHOP, entity, 1), job(SHOP, entity, 2));
        var lease = queue().lease(SHOP, Priority.HIGH, ME, 1, 1, LONG).getFirst();

        queue().settle(ME, List.of(ended(lease, JobEnd.DEAD)));

        assertThat(revisions(lease(SHOP, Priority.HIGH).getFirst())).containsExactly(2L);
    }

    @Test
    default void a_lease_that_ran_out_is_free_again_and_whoever_had_it_comes_too_late() {
        add(Priority.HIGH, job(SHOP, entity(), 1));
        var late = queue().lease(SHOP, Priority.HIGH, OTHER, 9, 9, Duration.ofMillis(5));
        await().until(() -> queue().freeExpired() == 1);

        var mine = lease(SHOP, Priority.HIGH).getFirst();
        assertThat(queue().settle(OTHER, List.of(done(late.getFirst())))).isEmpty();
        assertThat(queue().settle(ME, List.of(done(late.getFirst())))).isEmpty();

        assertThat(queue().settle(ME, List.of(done(mine)))).hasSize(1);
        assertThat(queue().due()).isEmpty();
    }

    @Test
    default void a_renewed_lease_does_not_run_out() {
        add(Priority.HIGH, job(SHOP, entity(), 1));
        var lanes = Set.of(lease(SHOP, Priority.HIGH).getFirst().lane());

        queue().renew(OTHER, lanes, Duration.ZERO);
        queue().renew(ME, Set.of(), Duration.ZERO);
        assertThat(queue().freeExpired()).isZero();

        queue().renew(ME, lanes, Duration.ZERO);
        await().until(() -> queue().freeExpired() == 1);
    }

    @Test
    default void jobs_are_there_only_if_the_change_is() {
        assertThatThrownBy(() ->
                        queue().add(List.of(job(SHOP, entity(), 1)), everything(Priority.LOW)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() ->
                        inTransaction(() -> {
                            queue().add(List.of(job(SHOP, entity(), 1)), everything(Priority.LOW));
                            throw new IllegalStateException("the change fails");
                        }))
                .hasMessage("the change fails");

        assertThat(queue().due()).isEmpty();
    }

    @Test
    default void a_more_urgent_job_takes_its_lane_along() {
        var entity = entity();
        add(Priority.LOW, job(SHOP, entity, 1));
        add(Priority.CRITICAL, job(SHOP, entity, 2));
        add(Priority.MEDIUM, job(SHOP, entity, 3));

        assertThat(lease(SHOP, Priority.LOW)).isEmpty();
        assertThat(queue().due()).singleElement().returns(Priority.CRITICAL, Due::priority);
        assertThat(revisions(lease(SHOP, Priority.CRITICAL).getFirst())).hasSize(3);
    }

    @Test
    default void types_are_held_back_until_they_are_not() {
        add(Priority.HIGH, job(SHOP, entity(), 1));
        add(Priority.HIGH, jobOf(CONTRACTS, SHOP, entity(), 1));

        queue().hold(Set.of(CONTACTS));
        var leases = lease(SHOP, Priority.HIGH);
        assertThat(leases)
                .singleElement()
                .satisfies(
                        lease -> assertThat(lease.jobs().getFirst().type()).isEqualTo(CONTRACTS));

        assertThat(queue().held()).containsExactly(CONTACTS);
        add(Priority.HIGH, job(SHOP, entity(), 1));
        assertThat(lease(SHOP, Priority.HIGH)).isEmpty();
        queue().hold(Set.of(CONTACTS, CONTRACTS));
        queue().settle(ME, List.of(failed(leases.getFirst(), Duration.ZERO)));
        assertThat(lease(SHOP, Priority.HIGH)).isEmpty();

        queue().hold(Set.of());
        assertThat(lease(SHOP, Priority.HIGH)).hasSize(3);
    }

    @Test
    default void the_other_sides_version_is_kept_for_the_next_delivery() {
        var entity = entity();
        add(Priority.HIGH, job(SHOP, entity, 1));
        var lease = lease(SHOP, Priority.HIGH).getFirst();
        assertThat(lease.etag()).isEmpty();

        var plain = done(lease);
        queue().settle(
                        ME,
                        List.of(
                                new Settled(
                                        lease,
                                        plain.outcomes(),
                                        Duration.ZERO,
                                        Optional.of("\"7\""))));
        add(Priority.HIGH, job(SHOP, entity, 2));

        assertThat(lease(SHOP, Priority.HIGH).getFirst().etag()).contains("\"7\"");
    }

    @Test
    default void what_was_settled_here_comes_along_until_its_outcome_is_told() {
        var entity = entity();
        add(Priority.HIGH, job(SHOP, entity, 1));
        var first = lease(SHOP, Priority.HIGH).getFirst();
        queue().settle(ME, List.of(contested(first)));
        add(Priority.HIGH, job(SHOP, entity, 2));

        var second = lease(SHOP, Priority.HIGH).getFirst();
        assertThat(second.untold())
                .extracting(Job::id)
                .containsExactly(first.jobs().getFirst().id());
        var outcomes = new ArrayList<>(done(second).outcomes());
        second.untold()
                .forEach(job ->
                        outcomes.add(
                                new Settled.Outcome(
                                        job,
                                        JobEnd.DONE,
                                        1,
                                        Optional.of("told"),
                                        Optional.empty())));
        var told = new Settled(second, outcomes, Duration.ZERO, Optional.empty());
        assertThat(queue().settle(ME, List.of(told))).hasSize(1);
        assertThat(queue().pending(List.of(entity))).isEmpty();

        add(Priority.HIGH, job(SHOP, entity, 3));
        assertThat(lease(SHOP, Priority.HIGH).getFirst().untold()).isEmpty();
    }

    private static Settled contested(Lease lease) {
        var outcome =
                new Settled.Outcome(
                        lease.jobs().getFirst(),
                        JobEnd.DEAD,
                        1,
                        Optional.of("answered 412"),
                        Optional.of(
                                new Settled.Attempt(
                                        "conflict",
                                        Instant.parse("2026-03-01T12:00:00Z"),
                                        new Exchange("PUT /", 412, "", Duration.ofMillis(3)))));
        return new Settled(lease, List.of(outcome), Duration.ZERO, Optional.empty());
    }

    @Test
    default void finished_jobs_are_cleaned_and_dead_ones_stay() {
        for (var end : List.of(JobEnd.DONE, JobEnd.SKIPPED, JobEnd.DEAD)) {
            add(Priority.HIGH, job(SHOP, entity(), 1));
            queue().settle(ME, List.of(ended(lease(SHOP, Priority.HIGH).getFirst(), end)));
        }
        add(Priority.HIGH, job(SHOP, entity(), 1));

        assertThat(queue().clean(LONG, 10)).isZero();
        assertThat(queue().clean(LONG.negated(), 10)).isEqualTo(2);
        assertThat(queue().clean(LONG.negated(), 10)).isZero();
        assertThat(lease(SHOP, Priority.HIGH)).hasSize(1);
    }

    @Test
    default void many_who_queue_and_deliver_lose_nothing_and_keep_the_order() throws Exception {
        int perEntity = 60;
        var entities = List.of(entity(), entity(), entity(), entity());
        var told = new ConcurrentHashMap<EntityId, List<Long>>();
        entities.forEach(entity -> told.put(entity, new ArrayList<>()));
        var writing = new AtomicBoolean(true);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var writers =
                    entities.stream()
                            .map(entity ->
                                    threads.submit(() -> {
                                        for (int i = 1; i <= perEntity; i++) {
                                            add(Priority.HIGH, job(SHOP, entity, i));
                                        }
                                    }))
                            .toList();
            for (int i = 0; i < 4; i++) {
                var worker = UUID.randomUUID();
                var _ =
                        threads.submit(() -> {
                            while (writing.get() || !queue().due().isEmpty()) {
                                deliver(worker, told);
                            }
                        });
            }
            for (var writer : writers) {
                writer.get();
            }
            writing.set(false);
        }
        deliver(ME, told);
        assertThat(queue().due()).isEmpty();
        assertThat(queue().pending(entities)).isEmpty();
        var expected = new ArrayList<Long>();
        for (long i = 1; i <= perEntity; i++) {
            expected.add(i);
        }
        assertThat(told.values())
                .allSatisfy(revisions -> assertThat(revisions).containsExactlyElementsOf(expected));
    }

    private void deliver(UUID worker, Map<EntityId, List<Long>> told) {
        var leases = queue().lease(SHOP, Priority.HIGH, worker, 3, 5, LONG);
        for (var lease : leases) {
            lease.jobs()
                    .forEach(job ->
                            Objects.requireNonNull(told.get(job.entity()))
                                    .add(job.revision().number()));
        }
        if (!leases.isEmpty()) {
            assertThat(
                            queue().settle(
                                            worker,
                                            leases.stream().map(SyncQueueContract::done).toList()))
                    .hasSameSizeAs(leases);
        }
    }

    private List<Lease> lease(TargetId target, Priority priority) {
        return queue().lease(target, priority, ME, 10, 10, LONG);
    }

    private void add(Priority priority, Job... jobs) {
        inTransaction(() -> {
            queue().add(List.of(jobs), everything(priority));
            return true;
        });
    }

    private static Map<TargetId, Priority> everything(Priority priority) {
        var all = new HashMap<TargetId, Priority>();
        all.put(SHOP, priority);
        all.put(BANK, priority);
        return all;
    }

    private static List<Long> revisions(Lease lease) {
        return lease.jobs().stream().map(job -> job.revision().number()).toList();
    }

    static EntityId entity() {
        return new EntityId(UUID.randomUUID());
    }

    private static Job job(TargetId target, EntityId entity, long revision) {
        return jobOf(CONTACTS, target, entity, revision);
    }

    private static Job jobOf(TypeName type, TargetId target, EntityId entity, long revision) {
        return new Job(
                new JobId(UUID.randomUUID()),
                target,
                entity,
                type,
                new Revision(revision),
                EventName.ENTITY_UPDATED,
                Optional.empty(),
                0,
                Instant.parse("2026-03-01T12:00:00Z"),
                Optional.empty(),
                Optional.empty());
    }

    private static Settled done(Lease lease) {
        return ended(lease, JobEnd.DONE);
    }

    private static Settled ended(Lease lease, JobEnd end) {
        var outcomes =
                lease.jobs().stream()
                        .map(job ->
                                new Settled.Outcome(
                                        job, end, 1, Optional.empty(), Optional.empty()))
                        .toList();
        return new Settled(lease, outcomes, Duration.ZERO, Optional.empty());
    }

    private static Settled failed(Lease lease, Duration pause) {
        var outcome =
                new Settled.Outcome(
                        lease.jobs().getFirst(),
                        JobEnd.OPEN,
                        1,
                        Optional.of("answered 503"),
                        Optional.of(
                                new Settled.Attempt(
                                        "later",
                                        Instant.parse("2026-03-01T12:00:00Z"),
                                        new Exchange(
                                                "POST /", 503, "busy", Duration.ofMillis(3)))));
        return new Settled(lease, List.of(outcome), pause, Optional.empty());
    }
}
