package io.mergedesk.realtime;

import io.mergedesk.entities.Violation;
import java.util.List;

/// What became of a request to add or change a link.
public sealed interface LinkOutcome {

    record Done(Link link) implements LinkOutcome {}

    record Refused(List<Violation> violations) implements LinkOutcome {

        public Refused {
            violations = List.copyOf(violations);
        }
    }

    record Missing() implements LinkOutcome {}

    /// Only admins do that.
    record Forbidden() implements LinkOutcome {}
}
