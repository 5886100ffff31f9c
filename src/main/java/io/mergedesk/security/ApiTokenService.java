package io.mergedesk.security;

import com.fasterxml.uuid.Generators;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Tokens for programs: made, listed, revoked. People see to their own, admins to everybody's.
@Service
public class ApiTokenService {

    private static final Duration REMEMBERED = Duration.ofSeconds(2);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final int LONGEST_NAME = 120;

    private final ApiTokens tokens;
    private final AccessWatch watch;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Cache<TokenHash, Optional<ApiToken>> recent;
    private final Cache<TokenId, Instant> noted;

    ApiTokenService(
            ApiTokens tokens,
            AccessWatch watch,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock) {
        this.tokens = tokens;
        this.watch = watch;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        this.recent =
                Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
        this.noted = Caffeine.newBuilder().maximumSize(10_000).build();
    }

    /// Makes a token of the acting person; its secret is in the outcome and nowhere else.
    public TokenOutcome create(Actor actor, String name) {
        var label = name.strip();
        if (label.isEmpty() || label.length() > LONGEST_NAME) {
            return new TokenOutcome.Refused(
                    List.of(new Violation("name", "1 to " + LONGEST_NAME + " characters")));
        }
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var secret = "md_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var id = new TokenId(Generators.timeBasedEpochGenerator().generate());
        var token = new ApiToken(id, actor.id(), label, StoredTime.of(clock), Optional.empty());
        transactions.executeWithoutResult(_ -> {
            tokens.add(token, TokenHash.of(secret));
            note(TrailAction.TOKEN_CREATED, actor, actor.id(), id);
        });
        return new TokenOutcome.Made(new NewToken(token, secret));
    }

    /// The tokens of one person, oldest first; none when the actor may not see them.
    public List<ApiToken> of(Actor actor, UserId owner) {
        return maySee(actor, owner) ? tokens.of(owner) : List.of();
    }

    /// Ends a token at once.
    ///
    /// @return false when there is none that the actor may revoke
    public boolean revoke(Actor actor, UserId owner, TokenId id) {
        if (!maySee(actor, owner)) {
            return false;
        }
        var revoked =
                Boolean.TRUE.equals(
                        transactions.execute(_ -> {
                            var isEnded = tokens.revoke(owner, id);
                            if (isEnded) {
                                note(TrailAction.TOKEN_REVOKED, actor, owner, id);
                            }
                            return isEnded;
                        }));
        recent.invalidateAll();
        watch.tell();
        return revoked;
    }

    /// Whose token this is; notes its use, at most once a minute.
    Optional<UserId> ownerOf(TokenHash hash) {
        var token = recent.get(hash, tokens::find);
        token.ifPresent(this::note);
        return token.map(ApiToken::owner);
    }

    /// Whether it was not revoked; what another node revoked shows after two seconds.
    boolean isValid(TokenHash hash) {
        return recent.get(hash, tokens::find).isPresent();
    }

    private void note(TrailAction action, Actor actor, UserId owner, TokenId id) {
        trail.note(
                TrailEntry.of(action, actor.id(), clock.instant())
                        .with("person", owner)
                        .with("token", id));
    }

    private void note(ApiToken token) {
        var now = StoredTime.of(clock);
        var before = noted.getIfPresent(token.id());
        if (before == null || !now.isBefore(before.plus(NOTED_EVERY))) {
            noted.put(token.id(), now);
            transactions.executeWithoutResult(_ -> tokens.used(token.id(), now));
        }
    }

    private static boolean maySee(Actor actor, UserId owner) {
        return actor.id().equals(owner) || actor.is(Role.ADMIN);
    }
}
