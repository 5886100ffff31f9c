package io.mergedesk.security;

import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Where tokens of programs are kept: only their hashes. Writes join the transaction of the caller.
public interface ApiTokens {

    void add(ApiToken token, TokenHash hash);

    Optional<ApiToken> find(TokenHash hash);

    /// The tokens of one person, oldest first.
    List<ApiToken> of(UserId owner);

    /// Removes a token for ever.
    ///
    /// @return false when this person has no such token
    boolean revoke(UserId owner, TokenId id);

    void used(TokenId id, Instant at);
}
