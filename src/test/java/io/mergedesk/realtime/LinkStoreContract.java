package io.mergedesk.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every place that keeps links does.
public interface LinkStoreContract {

    Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    NodeId ONE = new NodeId(new UUID(1, 1));
    NodeId OTHER = new NodeId(new UUID(2, 2));
    byte[] TOKEN = "sealed".getBytes(StandardCharsets.UTF_8);

    LinkStore links();

    <T> T inTransaction(Supplier<T> work);

    @Test
    default void keeps_links_by_name_each_name_once() {
        var lyon = add("Lyon");
        var bonn = add("Bonn");

        assertThat(inTransaction(() -> links().add(link("lyon"), TOKEN))).isFalse();

        assertThat(links().all()).containsExactly(bonn, lyon);
        assertThat(links().token(lyon.id())).hasValue(TOKEN);
        assertThat(links().token(new LinkId(new UUID(9, 9)))).isEmpty();
    }

    @Test
    default void is_paused_resumed_and_removed() {
        var lyon = add("Lyon");

        assertThat(inTransaction(() -> links().pause(lyon.id(), true))).isTrue();
        assertThat(links().all()).containsExactly(lyon.paused(true));
        assertThat(claim(lyon, ONE, NOW)).isFalse();
        assertThat(inTransaction(() -> links().pause(lyon.id(), false))).isTrue();
        assertThat(inTransaction(() -> links().remove(lyon.id()))).isTrue();
        assertThat(inTransaction(() -> links().remove(lyon.id()))).isFalse();
        assertThat(inTransaction(() -> links().pause(lyon.id(), true))).isFalse();

        assertThat(links().all()).isEmpty();
    }

    @Test
    default void one_node_at_a_time_has_its_turn_until_it_lets_go_or_the_time_is_over() {
        var lyon = add("Lyon");

        assertThat(claim(lyon, ONE, NOW)).isTrue();
        assertThat(claim(lyon, ONE, NOW)).isTrue();
        assertThat(claim(lyon, OTHER, NOW)).isFalse();
        assertThat(claim(lyon, OTHER, NOW.plusSeconds(30))).isTrue();
        assertThat(claim(lyon, ONE, NOW.plusSeconds(31))).isFalse();
        release(lyon, ONE);
        assertThat(claim(lyon, ONE, NOW.plusSeconds(31))).isFalse();
        release(lyon, OTHER);
        assertThat(claim(lyon, ONE, NOW.plusSeconds(31))).isTrue();
    }

    @Test
    default void only_whose_turn_it_is_moves_the_place_on() {
        var lyon = add("Lyon");
        claim(lyon, ONE, NOW);

        assertThat(advance(lyon, ONE, 12)).isTrue();
        assertThat(advance(lyon, ONE, 12)).isTrue();
        assertThat(advance(lyon, OTHER, 13)).isFalse();

        assertThat(links().all()).containsExactly(lyon.at(new Sequence(12)));
    }

    private Link add(String name) {
        var link = link(name);
        assertThat(inTransaction(() -> links().add(link, TOKEN))).isTrue();
        return link;
    }

    private static Link link(String name) {
        return new Link(
                new LinkId(UUID.randomUUID()),
                name,
                URI.create("https://lyon.example.org/desk"),
                false,
                Optional.empty(),
                new UserId("admin"),
                NOW,
                false);
    }

    private boolean claim(Link link, NodeId node, Instant now) {
        return inTransaction(
                () -> links().claim(link.id(), node, now, now.plus(Duration.ofSeconds(30))));
    }

    private boolean advance(Link link, NodeId node, long place) {
        return inTransaction(() -> links().advance(link.id(), node, new Sequence(place)));
    }

    private void release(Link link, NodeId node) {
        inTransaction(() -> {
            links().release(link.id(), node);
            return true;
        });
    }
}
