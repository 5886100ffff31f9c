package io.mergedesk.security;

/// A token just made, with the secret that is shown once and kept nowhere.
public record NewToken(ApiToken token, String secret) {

    /// Leaves the secret out, so that it never gets into a log.
    @Override
    public String toString() {
        return "NewToken[token=" + token + "]";
    }
}
