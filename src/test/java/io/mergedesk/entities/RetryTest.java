package io.mergedesk.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;

class RetryTest {

    private final Retry retry = new Retry(TransactionOperations.withoutTransaction());
    private final List<RuntimeException> thrown = new ArrayList<>();

    static Stream<IntFunction<RuntimeException>> passing() {
        return Stream.of(
                attempt -> new ConcurrencyFailureException("1213 deadlock, " + attempt),
                attempt -> new CannotAcquireLockException("1205 waited too long, " + attempt),
                attempt -> new OptimisticLockingFailureException("1020 changed since, " + attempt),
                attempt -> new DuplicateKeyException("1062 the other was first, " + attempt));
    }

    @ParameterizedTest(name = "kind {index}")
    @MethodSource("passing")
    void what_met_another_transaction_is_tried_again(IntFunction<RuntimeException> failure) {
        var answer = retry.inTransaction(() -> failing(4, failure));

        assertThat(answer).isEqualTo("done");
        assertThat(thrown).hasSize(4);
    }

    @ParameterizedTest(name = "kind {index}")
    @MethodSource("passing")
    void the_fifth_failure_is_the_last_and_is_thrown(IntFunction<RuntimeException> failure) {
        assertThatThrownBy(() -> retry.inTransaction(() -> failing(6, failure)))
                .isSameAs(thrown.getLast())
                .hasMessageEndingWith(", 5");

        assertThat(thrown).hasSize(5);
    }

    @Test
    void any_other_failure_is_thrown_at_once() {
        var failure = new DataIntegrityViolationException("planted");

        assertThatThrownBy(() -> retry.inTransaction(() -> failing(6, _ -> failure)))
                .isSameAs(failure);

        assertThat(thrown).hasSize(1);
    }

    private String failing(int times, IntFunction<RuntimeException> failure) {
        if (thrown.size() == times) {
            return "done";
        }
        thrown.add(failure.apply(thrown.size() + 1));
        throw thrown.getLast();
    }
}
