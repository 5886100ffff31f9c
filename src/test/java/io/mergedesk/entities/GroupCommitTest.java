package io.mergedesk.entities;

import static io.mergedesk.entities.World.ANNA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.Origin;
import io.mergedesk.common.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupCommitTest {

    private static final int TURNS = 2;

    private final List<List<String>> transactions = new ArrayList<>();

    @Test
    void a_call_on_its_own_is_written_at_once_and_alone() {
        var group = new GroupCommit(this::answered);

        var outcome = group.write(call("a"));

        assertThat(outcome).isEqualTo(answer("a"));
        assertThat(transactions).containsExactly(List.of("a"));
    }

    @Test
    void calls_that_come_while_others_are_written_share_the_next_transaction() {
        var gate = new Gate();
        var group = new GroupCommit(gate.before(this::answered));

        var first = gate.hold(group, "a", "b");
        var later = gate.queue(group, call("c"), call("d"), call("e"));
        gate.open();

        assertThat(first).allMatch(one -> one.join().size() == 1);
        assertThat(later.stream().map(CompletableFuture::join))
                .containsExactly(answer("c"), answer("d"), answer("e"));
        // both turns may go on to somebody who waits, so the third at the latest joins one of them
        assertThat(transactions)
                .contains(List.of("a"), List.of("b"))
                .anyMatch(names -> names.contains("e") && names.size() > 1);
    }

    @Test
    void the_same_request_twice_is_never_in_one_transaction() {
        var gate = new Gate();
        var group = new GroupCommit(gate.before(this::answered));

        gate.hold(group, "a", "b");
        var later = gate.queue(group, withKey("c", "key"), withKey("d", "key"), call("e"));
        gate.open();

        later.forEach(CompletableFuture::join);
        assertThat(transactions)
                .noneMatch(names -> names.contains("c") && names.contains("d"))
                .anyMatch(names -> names.contains("c"))
                .anyMatch(names -> names.contains("d"));
    }

    @Test
    void a_call_that_fails_fails_alone() {
        var gate = new Gate();
        var group =
                new GroupCommit(
                        gate.before(calls -> {
                            if (calls.stream().anyMatch(one -> name(one).equals("bad"))) {
                                throw new IllegalStateException("bad");
                            }
                            return answered(calls);
                        }));

        gate.hold(group, "a", "b");
        var later = gate.queue(group, call("c"), call("bad"), call("e"));
        gate.open();

        assertThat(later.get(0).join()).isEqualTo(answer("c"));
        assertThatThrownBy(later.get(1)::join).hasRootCauseMessage("bad");
        assertThat(later.get(2).join()).isEqualTo(answer("e"));
        assertThat(group.write(call("after"))).isEqualTo(answer("after"));
    }

    @Test
    void whatever_fails_each_of_many_threads_gets_its_own_answer_and_no_turn_is_lost()
            throws Exception {
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var group =
                new GroupCommit(calls -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    try {
                        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(200_000));
                        if (calls.stream().anyMatch(one -> name(one).endsWith("7"))) {
                            throw new IllegalStateException(name(calls.getFirst()));
                        }
                        return calls.stream().map(one -> answer(name(one))).toList();
                    } finally {
                        running.decrementAndGet();
                    }
                });

        try (var threads = Executors.newFixedThreadPool(16)) {
            var all =
                    IntStream.range(0, 4_000)
                            .mapToObj(i -> threads.submit(() -> isAnsweredRight(group, "n" + i)))
                            .toList();
            for (var one : all) {
                assertThat(one.get()).isTrue();
            }
        }

        assertThat(most).hasValueLessThanOrEqualTo(TURNS);
        assertThat(group.write(call("after"))).isEqualTo(answer("after"));
    }

    private static boolean isAnsweredRight(GroupCommit group, String name) {
        try {
            return group.write(call(name)).equals(answer(name)) && !name.endsWith("7");
        } catch (IllegalStateException e) {
            return name.equals(e.getMessage());
        }
    }

    private synchronized List<List<SaveOutcome>> answered(List<WriteCall> calls) {
        transactions.add(calls.stream().map(GroupCommitTest::name).toList());
        return calls.stream().map(one -> answer(name(one))).toList();
    }

    private static List<SaveOutcome> answer(String name) {
        return List.of(SaveOutcome.Refused.because("name", name));
    }

    private static String name(WriteCall call) {
        return ((Edit.Create) call.edits().getFirst()).type().value();
    }

    private static WriteCall call(String name) {
        return new WriteCall(
                List.of(new Edit.Create(new TypeName(name), Patch.NONE)),
                Author.of(ANNA, Origin.API));
    }

    private static WriteCall withKey(String name, String key) {
        var call = call(name);
        return new WriteCall(call.edits(), call.author().withKey(key));
    }

    /// Holds the first transactions back until it is opened.
    private static final class Gate {

        private final CountDownLatch opened = new CountDownLatch(1);
        private final Semaphore held = new Semaphore(0);

        Function<List<WriteCall>, List<List<SaveOutcome>>> before(
                Function<List<WriteCall>, List<List<SaveOutcome>>> write) {
            return calls -> {
                held.release();
                try {
                    opened.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return write.apply(calls);
            };
        }

        List<CompletableFuture<List<SaveOutcome>>> hold(GroupCommit group, String... names) {
            var calls = Stream.of(names).map(name -> started(group, call(name)).outcome()).toList();
            held.acquireUninterruptibly(names.length);
            return calls;
        }

        List<CompletableFuture<List<SaveOutcome>>> queue(GroupCommit group, WriteCall... calls) {
            return Stream.of(calls)
                    .map(call -> {
                        var one = started(group, call);
                        Awaitility.await()
                                .until(() -> one.thread().getState() == Thread.State.WAITING);
                        return one.outcome();
                    })
                    .toList();
        }

        void open() {
            opened.countDown();
        }

        private record Started(Thread thread, CompletableFuture<List<SaveOutcome>> outcome) {}

        private static Started started(GroupCommit group, WriteCall call) {
            var outcome = new CompletableFuture<List<SaveOutcome>>();
            var thread =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    outcome.complete(group.write(call));
                                } catch (RuntimeException e) {
                                    outcome.completeExceptionally(e);
                                }
                            });
            return new Started(thread, outcome);
        }
    }
}
