package io.mergedesk.security;

import java.util.Optional;

/// Asks somebody who is signed in for their password of now; whoever guesses has to wait.
final class PasswordProof {

    private static final String FIELD = "currentPassword";

    private final Passwords passwords;
    private final FailedSignIns failures;

    PasswordProof(Passwords passwords, FailedSignIns failures) {
        this.passwords = passwords;
        this.failures = failures;
    }

    /// @return why not, or empty where it is the right one
    Optional<PeopleOutcome> refuse(Account account, String currentPassword, String sessionId) {
        var name = account.person().id().value();
        var wait = failures.begin(name, sessionId);
        if (wait.isPresent()) {
            var seconds = wait.get().plusMillis(999).toSeconds();
            return Optional.of(
                    PeopleOutcome.Refused.because(
                            FIELD,
                            "another attempt in " + seconds + " seconds: too many were wrong"));
        }
        if (!passwords.matches(currentPassword, account.passwordHash())) {
            return Optional.of(PeopleOutcome.Refused.because(FIELD, "your password of now"));
        }
        failures.succeeded(name, sessionId);
        return Optional.empty();
    }
}
