package io.mergedesk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mergedesk.common.Priority;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/// What every place does that targets are kept in.
public interface TargetStoreContract extends SyncStores {

    @Test
    default void targets_are_kept_by_name_each_name_once() {
        var shop = target("Shop");
        var bank = target("Bank");

        assertThat(targets().all()).containsExactly(bank, shop);
        assertThat(targets().find(shop.id())).hasValue(shop);
        assertThat(shop.version()).isEqualTo(1);
        assertThat(shop.isActive()).isTrue();
        assertThatThrownBy(() -> target("shop")).isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> inTransaction(() -> targets().replace(named(bank, "Shop"))))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    default void a_target_is_replaced_once_at_each_version() {
        var shop = target("Shop");

        var store = inTransaction(() -> targets().replace(named(shop, "Store")));

        assertThat(store.version()).isEqualTo(2);
        assertThat(targets().all()).containsExactly(store);
        assertThatThrownBy(() -> inTransaction(() -> targets().replace(named(shop, "Mart"))))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    @Test
    default void lanes_follow_the_priority_of_their_target() {
        var shop = target("Shop");
        var job = add(shop, Priority.CRITICAL);

        inTransaction(() -> targets().replace(named(shop, "Store")));

        assertThat(store().find(job.id()).orElseThrow().priority()).isEqualTo(Priority.MEDIUM);
    }

    @Test
    default void a_removed_target_gives_its_name_free_and_drops_what_waits_for_it() {
        var shop = target("Shop");
        add(shop, Priority.LOW);
        deliver(shop, Priority.LOW, JobEnd.DEAD);
        add(shop, Priority.LOW);
        add(shop, Priority.HIGH);
        deliver(shop, Priority.HIGH, JobEnd.DONE);

        inTransaction(() -> {
            targets().remove(shop.id());
            return true;
        });

        assertThat(targets().all()).isEmpty();
        assertThat(targets().find(shop.id())).isEmpty();
        assertThat(store().standings()).isEmpty();
        assertThat(queue().due()).isEmpty();
        assertThat(store().page(JobQuery.ALL, 9))
                .extracting(JobLine::state)
                .containsExactlyInAnyOrder(JobState.SKIPPED, JobState.SKIPPED, JobState.DONE);
        assertThat(target("Shop").id()).isNotEqualTo(shop.id());
    }

    @Test
    default void secrets_and_values_of_headers_are_kept_apart() {
        var shop = target("Shop");

        inTransaction(() -> {
            targets().keepHeaders(shop.id(), bytes("headers"));
            targets()
                    .keep(
                            shop.id(),
                            new SealedSecrets(bytes("new"), bytes("old"), Optional.empty()));
            return true;
        });

        var secrets = targets().secrets(shop.id());
        assertThat(List.of(secrets.current(), secrets.previous(), secrets.headers()))
                .extracting(one -> new String(one.orElseThrow(), StandardCharsets.UTF_8))
                .containsExactly("new", "old", "headers");
        inTransaction(() -> {
            targets().remove(shop.id());
            return true;
        });
        assertThat(targets().secrets(shop.id()).headers()).isEmpty();
        assertThat(targets().secrets(shop.id()).current()).isEmpty();
    }

    @Test
    default void a_target_that_wants_no_more_is_disabled_unless_it_is_paused() {
        var shop = target("Shop");
        var bank = target("Bank");
        inTransaction(() ->
                targets()
                        .replace(
                                bank.with(
                                        bank.definition(), TargetState.PAUSED, Optional.empty())));

        targets().disable(shop.id(), "answered 410");
        targets().disable(bank.id(), "answered 410");

        var disabled = targets().find(shop.id()).orElseThrow();
        assertThat(disabled.state()).isEqualTo(TargetState.DISABLED);
        assertThat(disabled.problem()).hasValue("answered 410");
        assertThat(targets().find(bank.id()).orElseThrow().state()).isEqualTo(TargetState.PAUSED);
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Target named(Target target, String name) {
        return target.with(
                TargetDefinition.of(name, TargetKind.WEBHOOK, URI.create("https://shop.example")),
                target.state(),
                target.problem());
    }
}
