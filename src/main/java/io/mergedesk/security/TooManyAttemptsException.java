package io.mergedesk.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/// Nothing was checked, because too many attempts have failed; says how long to wait.
public final class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManyAttemptsException(Duration wait) {
        super("too many failed attempts: expected a pause of " + wait);
        this.wait = wait;
    }

    /// Whole seconds, rounded up.
    public long seconds() {
        return wait.plusMillis(999).toSeconds();
    }
}
