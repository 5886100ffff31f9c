package io.mergedesk.sync;

import io.mergedesk.entities.Edit;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Violation;
import java.util.List;

/// What came of something that another system sent. None of it is lost: it is in the history, in an
/// open conflict, or kept as a refusal.
public sealed interface Arrival {

    /// @param outcome applied, merged or parked
    record Taken(Edit edit, SaveOutcome outcome) implements Arrival {}

    /// @param outcome why not
    record Refused(Edit edit, SaveOutcome outcome, Refusal kept) implements Arrival {}

    /// It is no edit.
    record Unreadable(List<Violation> violations, Refusal kept) implements Arrival {
        public Unreadable {
            violations = List.copyOf(violations);
        }
    }

    /// Somebody had decided before.
    record Over(Refusal kept) implements Arrival {}
}
