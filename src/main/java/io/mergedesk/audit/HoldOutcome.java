package io.mergedesk.audit;

import io.mergedesk.entities.Violation;
import java.util.List;

/// What became of the wish to set or lift a hold.
public sealed interface HoldOutcome {

    record Done(LegalHold hold) implements HoldOutcome {}

    record Refused(List<Violation> violations) implements HoldOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    record Missing() implements HoldOutcome {}

    /// Only admins hold.
    record Forbidden() implements HoldOutcome {}
}
