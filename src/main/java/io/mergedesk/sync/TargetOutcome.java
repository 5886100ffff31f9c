package io.mergedesk.sync;

import io.mergedesk.entities.Violation;
import java.util.List;
import java.util.Optional;

/// What came of defining a target or doing something about one.
public sealed interface TargetOutcome {

    /// @param secret a new secret in the clear: shown this once
    record Saved(Target target, Optional<String> secret) implements TargetOutcome {}

    record Refused(List<Violation> violations) implements TargetOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// Somebody else changed it since; this is what it is now.
    record Stale(Target current) implements TargetOutcome {}

    /// Only admins define targets.
    record Forbidden() implements TargetOutcome {}

    record Missing() implements TargetOutcome {}
}
