package io.mergedesk.security;

import java.util.UUID;

/// Which token, without saying its secret.
public record TokenId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
