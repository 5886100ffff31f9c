package io.mergedesk.security;

import java.util.List;

/// What became of a wish for a token.
public sealed interface TokenOutcome {

    record Made(NewToken token) implements TokenOutcome {}

    record Refused(List<Violation> violations) implements TokenOutcome {

        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
