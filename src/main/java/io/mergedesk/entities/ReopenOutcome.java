package io.mergedesk.entities;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Conflict;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What came of taking a settlement back.
public sealed interface ReopenOutcome {

    /// The conflict waits again.
    ///
    /// @param kept fields that were changed since, and so were left as they are
    record Reopened(Conflict conflict, Entity entity, SortedSet<FieldName> kept)
            implements ReopenOutcome {
        public Reopened {
            kept = Collections.unmodifiableSortedSet(new TreeSet<>(kept));
        }
    }

    /// It is open already, or was handled since it was read.
    record Overtaken(Conflict conflict) implements ReopenOutcome {}

    /// What was there before would not be acceptable any more, and why; what was decided stays.
    record Refused(List<Violation> violations) implements ReopenOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// Not this person's to take back.
    record Forbidden() implements ReopenOutcome {}

    /// Not there, or not to be seen by this person.
    record Missing() implements ReopenOutcome {}
}
