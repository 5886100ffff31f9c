package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.ChangeLog.Revised;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every place does that refusals are kept in.
public interface RefusalStoreContract {

    Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");
    TargetId SHOP = new TargetId(1);
    Refusal.End DISMISSED =
            new Refusal.End(Refusal.How.DISMISSED, new UserId("admin"), NOON, "a test");

    RefusalStore store();

    <T> T inTransaction(Supplier<T> work);

    @Test
    default void keeps_all_of_it_and_finds_it_by_what_was_sent() {
        var kept = keep(refusal(1, SHOP, "m1", "{\"name\":\"Ä\"}"));

        assertThat(store().find(kept.id())).contains(kept);
        assertThat(store().find(SHOP, "m1", kept.body())).contains(kept);
        assertThat(store().find(SHOP, "M1", kept.body())).isEmpty();
        assertThat(store().find(SHOP, "m1", "{\"name\":\"A\"}")).isEmpty();
        assertThat(store().find(new TargetId(2), "m1", kept.body())).isEmpty();
        assertThat(store().find(new RefusalId(new UUID(9, 9)))).isEmpty();
    }

    @Test
    default void the_same_again_is_kept_once_with_the_latest_problem() {
        var first = keep(refusal(1, SHOP, "m1", "{}"));
        var holder = new EntityId(new UUID(7, 7));

        var again =
                keep(
                        new Refusal(
                                new RefusalId(new UUID(0, 2)),
                                SHOP,
                                first.author(),
                                "m1",
                                "{}",
                                "another problem",
                                Optional.empty(),
                                Optional.of(holder),
                                NOON.plusSeconds(9),
                                Optional.empty()));
        keep(refusal(3, SHOP, "m1", "{\"a\":1}"));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.receivedAt()).isEqualTo(NOON);
        assertThat(again.problem()).isEqualTo("another problem");
        assertThat(again.holder()).contains(holder);
        assertThat(store().open()).isEqualTo(2);
    }

    @Test
    default void ends_once_and_is_listed_among_those_that_ended() {
        var first = keep(refusal(1, SHOP, "m1", "{}"));
        var second = keep(refusal(2, SHOP, "m2", "{}"));
        var third = keep(refusal(3, SHOP, "m3", "{}"));

        assertThat(end(second.id())).isTrue();
        assertThat(end(second.id())).isFalse();

        assertThat(store().page(true, Optional.empty(), 9)).containsExactly(third, first);
        assertThat(store().page(true, Optional.of(third.id()), 9)).containsExactly(first);
        assertThat(store().page(true, Optional.empty(), 1)).containsExactly(third);
        assertThat(store().page(false, Optional.empty(), 9))
                .singleElement()
                .satisfies(ended -> {
                    assertThat(ended.end()).contains(DISMISSED);
                    assertThat(ended.isOpen()).isFalse();
                    assertThat(ended.body()).isEqualTo("{}");
                });
        assertThat(store().open()).isEqualTo(2);
    }

    default Refusal keep(Refusal refusal) {
        return inTransaction(() -> store().keep(refusal));
    }

    private boolean end(RefusalId id) {
        return inTransaction(() -> store().end(id, DISMISSED));
    }

    static Refusal refusal(int number, TargetId target, String key, String body) {
        return new Refusal(
                new RefusalId(new UUID(0, number)),
                target,
                new UserId("target.shop"),
                key,
                body,
                "Name: expected one\nAge: expected a number",
                Optional.of(new Revised(new EntityId(new UUID(5, number)), new Revision(3))),
                Optional.empty(),
                NOON,
                Optional.empty());
    }
}
