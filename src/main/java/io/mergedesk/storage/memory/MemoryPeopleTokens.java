package io.mergedesk.storage.memory;

import io.mergedesk.common.UserId;
import io.mergedesk.security.ApiToken;
import io.mergedesk.security.ApiTokens;
import io.mergedesk.security.TokenHash;
import io.mergedesk.security.TokenId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tokens of programs in memory.
public final class MemoryPeopleTokens implements ApiTokens {

    private final Map<TokenHash, ApiToken> tokens = new LinkedHashMap<>();

    @Override
    public synchronized void add(ApiToken token, TokenHash hash) {
        tokens.put(hash, token);
    }

    @Override
    public synchronized Optional<ApiToken> find(TokenHash hash) {
        return Optional.ofNullable(tokens.get(hash));
    }

    @Override
    public synchronized List<ApiToken> of(UserId owner) {
        return tokens.values().stream().filter(token -> token.owner().equals(owner)).toList();
    }

    @Override
    public synchronized boolean revoke(UserId owner, TokenId id) {
        return tokens.values()
                .removeIf(token -> token.owner().equals(owner) && token.id().equals(id));
    }

    @Override
    public synchronized void used(TokenId id, Instant at) {
        tokens.replaceAll((_, token) ->
                token.id().equals(id)
                        ? new ApiToken(
                                id, token.owner(), token.name(), token.createdAt(), Optional.of(at))
                        : token);
    }
}
