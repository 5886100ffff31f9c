package io.mergedesk.security;

import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;

/// What a program signs in with instead of its owner's password; the secret itself is not kept.
public record ApiToken(
        TokenId id, UserId owner, String name, Instant createdAt, Optional<Instant> lastUsedAt) {}
