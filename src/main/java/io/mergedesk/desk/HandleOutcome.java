package io.mergedesk.desk;

import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.Violation;
import java.util.List;

/// What came of noting something about a conflict.
public sealed interface HandleOutcome {

    record Handled(Conflict conflict) implements HandleOutcome {}

    /// Somebody else was faster: this is how it stands now.
    record Overtaken(Conflict conflict) implements HandleOutcome {}

    /// Not acceptable, and why.
    record Refused(List<Violation> violations) implements HandleOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// Only supervisors keep the desk.
    record Forbidden() implements HandleOutcome {}

    /// Not there, or not to be seen by this person.
    record Missing() implements HandleOutcome {}
}
