package io.mergedesk.security;

import java.time.Duration;
import java.util.Optional;

/// What became of an attempt to sign in.
public sealed interface SignInOutcome {

    /// @param token what it was done with, unless that was a password
    record SignedIn(Person person, Optional<TokenHash> token) implements SignInOutcome {}

    /// Unknown account, wrong password or unknown token: it is not said which.
    record Wrong() implements SignInOutcome {}

    /// The password is right, but an admin has disabled the account.
    record Disabled() implements SignInOutcome {}

    /// Nothing was checked; another attempt may be made after the pause.
    record TooMany(Duration pause) implements SignInOutcome {}
}
