package io.mergedesk.transfer;

import io.mergedesk.entities.Violation;
import java.util.List;

/// What came of asking for an import.
public sealed interface ImportOutcome {

    /// It ran; what became of the rows is in the report.
    record Finished(ImportReport report) implements ImportOutcome {}

    /// Its person stopped the dry run: how far it got tells nothing of the rest, and nothing was
    /// written.
    record Stopped() implements ImportOutcome {}

    /// The plan does not fit; nothing was written.
    record Refused(List<Violation> violations) implements ImportOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// Only admins add types and fields.
    record Forbidden() implements ImportOutcome {}

    /// There is no such type.
    record Missing() implements ImportOutcome {}
}
