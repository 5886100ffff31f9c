package io.mergedesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every store of tokens has to do.
public interface ApiTokensContract {

    Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");
    UserId ANA = new UserId("ana");
    UserId BOB = new UserId("bob");

    /// A store without tokens, the same for the whole test.
    ApiTokens tokens();

    /// Runs something in one transaction.
    <T> T inTransaction(Supplier<T> work);

    default ApiToken added(UserId owner, String name, String secret, Instant at) {
        var token = new ApiToken(new TokenId(UUID.randomUUID()), owner, name, at, Optional.empty());
        return inTransaction(() -> {
            tokens().add(token, TokenHash.of(secret));
            return token;
        });
    }

    @Test
    default void finds_a_token_by_the_hash_of_its_secret_only() {
        var token = added(ANA, "robot", "secret", NOW);

        assertThat(tokens().find(TokenHash.of("secret"))).contains(token);
        assertThat(tokens().find(TokenHash.of("guess"))).isEmpty();
    }

    @Test
    default void lists_the_tokens_of_one_person_oldest_first() {
        var second = added(ANA, "second", "2", NOW.plusSeconds(2));
        var third = added(ANA, "third", "3", NOW.plusSeconds(3));
        added(BOB, "other", "4", NOW);

        assertThat(tokens().of(ANA)).containsExactly(second, third);
    }

    @Test
    default void revokes_a_token_of_its_owner_and_no_other() {
        var token = added(ANA, "robot", "secret", NOW);

        assertThat(inTransaction(() -> tokens().revoke(BOB, token.id()))).isFalse();
        assertThat(tokens().find(TokenHash.of("secret"))).isPresent();

        assertThat(inTransaction(() -> tokens().revoke(ANA, token.id()))).isTrue();
        assertThat(tokens().find(TokenHash.of("secret"))).isEmpty();
    }

    @Test
    default void notes_the_last_use() {
        var token = added(ANA, "robot", "secret", NOW);

        inTransaction(() -> {
            tokens().used(token.id(), NOW.plusSeconds(9));
            return true;
        });

        assertThat(tokens().find(TokenHash.of("secret")).orElseThrow().lastUsedAt())
                .contains(NOW.plusSeconds(9));
    }
}
