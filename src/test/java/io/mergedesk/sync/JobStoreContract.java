package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Priority;
import io.mergedesk.common.Sequence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/// What every place does that jobs are looked at in.
public interface JobStoreContract extends SyncStores {

    @Test
    default void open_jobs_have_the_priority_of_their_lane_and_finished_ones_of_their_target() {
        var shop = target("Shop");
        add(shop, Priority.CRITICAL);
        add(shop, Priority.MEDIUM);
        deliver(shop, Priority.CRITICAL, JobEnd.DEAD);
        add(shop, Priority.HIGH);

        assertThat(store().standings())
                .containsExactlyInAnyOrder(
                        new Standing(shop.id(), Priority.MEDIUM, JobState.READY, 1),
                        new Standing(shop.id(), Priority.MEDIUM, JobState.DEAD, 1),
                        new Standing(shop.id(), Priority.HIGH, JobState.READY, 1));
        assertThat(store().page(of(Priority.MEDIUM), 9)).hasSize(2);
        assertThat(store().page(of(Priority.HIGH), 9)).hasSize(1);
        assertThat(store().count(of(Priority.CRITICAL))).isZero();
        assertThat(store().page(JobQuery.ALL, 9))
                .extracting(JobLine::state, JobLine::priority)
                .containsExactlyInAnyOrder(
                        tuple(JobState.READY, Priority.MEDIUM),
                        tuple(JobState.DEAD, Priority.MEDIUM),
                        tuple(JobState.READY, Priority.HIGH));
    }

    @Test
    default void jobs_are_listed_newest_first_by_state_target_and_entity_and_counted() {
        var shop = target("Shop");
        var bank = target("Bank");
        var entity = new EntityId(UUID.randomUUID());
        var first = add(shop, Priority.LOW, entity, 1);
        var second = add(shop, Priority.LOW, entity, 2);
        add(bank, Priority.LOW, entity, 2);

        assertThat(store().count(of(shop))).isEqualTo(2);
        assertThat(store().page(in(JobState.WAITING), 9))
                .extracting(line -> line.job().id())
                .containsExactly(second.id());
        assertThat(store().find(first.id())).map(JobLine::state).hasValue(JobState.READY);
        var all = store().page(JobQuery.ALL, 9);
        assertThat(all).hasSize(3);
        assertThat(all)
                .isSortedAccordingTo((one, other) -> other.job().id().compareTo(one.job().id()));
        assertThat(store().page(JobQuery.ALL.before(all.get(1).job().id()), 9))
                .containsExactly(all.get(2));
        assertThat(store().find(new JobId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    default void how_far_a_target_has_come_counts_from_the_oldest_job_that_is_open() {
        var shop = target("Shop");
        assertThat(store().catchUp(shop.id())).isEqualTo(new CatchUp(0, 0));
        add(shop, Priority.LOW);
        add(shop, Priority.HIGH);
        add(shop, Priority.HIGH);

        deliver(shop, Priority.HIGH, JobEnd.DONE);

        assertThat(store().catchUp(shop.id())).isEqualTo(new CatchUp(2, 1));
        deliver(shop, Priority.LOW, JobEnd.DONE);
        assertThat(store().catchUp(shop.id())).isEqualTo(new CatchUp(0, 0));
    }

    @Test
    default void what_is_finished_is_opened_again_once_and_only_where_its_target_is_there() {
        var shop = target("Shop");
        var dead = add(shop, Priority.LOW);
        deliver(shop, Priority.LOW, JobEnd.DEAD);
        var open = add(shop, Priority.LOW);
        var both = List.of(dead.id(), open.id());

        assertThat(inTransaction(() -> store().reopen(both, Map.of()))).isZero();
        var priority = Map.of(shop.id(), Priority.CRITICAL);
        assertThat(inTransaction(() -> store().reopen(both, priority))).isEqualTo(1);
        assertThat(inTransaction(() -> store().reopen(both, priority))).isZero();

        var again = store().find(dead.id()).orElseThrow();
        assertThat(again.state()).isEqualTo(JobState.READY);
        assertThat(again.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(again.finishedAt()).isEmpty();
        assertThat(again.job().attempts()).isEqualTo(1);
        assertThatThrownBy(() -> store().reopen(both, priority))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    default void what_is_dead_or_waits_is_skipped_and_what_is_being_delivered_is_not() {
        var shop = target("Shop");
        var dead = add(shop, Priority.LOW);
        deliver(shop, Priority.LOW, JobEnd.DEAD);
        var waiting = add(shop, Priority.LOW);
        var running = add(shop, Priority.HIGH);
        queue().lease(shop.id(), Priority.HIGH, ME, 9, 9, Duration.ofMinutes(5));
        var all = List.of(dead.id(), waiting.id(), running.id());

        assertThat(inTransaction(() -> store().skip(all))).isEqualTo(2);

        assertThat(store().count(in(JobState.SKIPPED))).isEqualTo(2);
        assertThat(store().find(running.id())).map(JobLine::state).hasValue(JobState.RUNNING);
        assertThat(queue().pending(List.of(waiting.entity(), running.entity())))
                .containsExactly(running.entity());
        assertThat(inTransaction(() -> store().skip(all))).isZero();
    }

    @Test
    default void what_an_admin_wrote_is_sent_in_its_place() {
        var shop = target("Shop");
        var job = add(shop, Priority.LOW);

        inTransaction(() -> {
            store().write(job.id(), "{\"mended\":true}");
            return true;
        });

        var lease = queue().lease(shop.id(), Priority.LOW, ME, 9, 9, Duration.ofMinutes(5));
        assertThat(lease.getFirst().jobs().getFirst().body()).hasValue("{\"mended\":true}");
    }

    @Test
    default void the_log_has_each_attempt_and_the_pulse_of_each_minute() {
        var shop = target("Shop");
        var job = add(shop, Priority.LOW);
        deliver(shop, Priority.LOW, JobEnd.DEAD);
        inTransaction(() -> store().reopen(List.of(job.id()), Map.of(shop.id(), Priority.LOW)));
        deliver(shop, Priority.LOW, JobEnd.DONE);

        assertThat(store().attempts(job.id()))
                .extracting(AttemptLine::number, AttemptLine::outcome)
                .containsExactly(tuple(1, "refused"), tuple(2, "taken"));
        assertThat(store().attempts(job.id()).getFirst().problem()).hasValue("answered 400");
        assertThat(store().latest(shop.id(), 1))
                .extracting(AttemptLine::outcome)
                .containsExactly("taken");
        var pulses = store().pulses(shop.id(), 30);
        assertThat(pulses).hasSize(30);
        // a minute may end in between
        assertThat(pulses.stream().mapToLong(Pulse::taken).sum()).isEqualTo(1);
        assertThat(pulses.stream().mapToLong(Pulse::failed).sum()).isEqualTo(1);
    }

    @Test
    default void a_job_tells_which_decision_it_waits_for() {
        var shop = target("Shop");
        var conflict = new ConflictId(UUID.randomUUID());
        var entity = new EntityId(UUID.randomUUID());
        add(shop, Priority.LOW, entity, 1);
        var lease =
                queue().lease(shop.id(), Priority.LOW, ME, 9, 9, Duration.ofMinutes(5)).getFirst();
        queue().settle(
                        ME,
                        List.of(
                                new Settled(
                                        lease,
                                        List.of(),
                                        Duration.ZERO,
                                        Optional.empty(),
                                        Optional.of(conflict))));

        var line = store().page(in(JobState.WAITING), 9).getFirst();
        assertThat(line.awaits()).hasValue(conflict);
        assertThat(line.nextAttempt()).isEmpty();
        assertThat(inTransaction(() -> store().skip(List.of(line.job().id())))).isEqualTo(1);
        assertThat(queue().awaited()).containsExactly(conflict);
    }

    @Test
    default void what_a_target_has_no_job_for_is_what_it_missed() {
        var first = write();
        var second = write();
        var shop = target("Shop");
        var until = shop.since();

        var missed =
                inTransaction(() -> {
                    var found = store().missed(shop, Sequence.START, until, 9);
                    queue().add(found, Map.of(shop.id(), Priority.LOW));
                    return found;
                });

        assertThat(missed).extracting(Job::entity).containsExactly(first, second);
        assertThat(inTransaction(() -> store().missed(shop, Sequence.START, until, 9))).isEmpty();
        var third = write();
        assertThat(inTransaction(() -> store().missed(shop, Sequence.START, until, 9))).isEmpty();
        assertThat(inTransaction(() -> store().missed(shop, until, new Sequence(99), 9)))
                .extracting(Job::entity)
                .containsExactly(third);
    }

    private static JobQuery of(Priority priority) {
        return new JobQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(priority),
                Optional.empty());
    }

    private static JobQuery of(Target target) {
        return new JobQuery(
                Optional.empty(),
                Optional.of(target.id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static JobQuery in(JobState state) {
        return new JobQuery(
                Optional.of(state),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
