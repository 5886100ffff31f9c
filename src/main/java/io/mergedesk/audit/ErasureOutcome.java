package io.mergedesk.audit;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Violation;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What became of the wish to erase.
public sealed interface ErasureOutcome {

    /// The history is erased.
    ///
    /// @param current fields that still have a current value: clear them with an ordinary edit, or
    ///   delete the record, and erase again
    record Erased(Erasure erasure, SortedSet<FieldName> current) implements ErasureOutcome {
        public Erased {
            current = Collections.unmodifiableSortedSet(new TreeSet<>(current));
        }
    }

    /// A legal hold forbids it.
    record Held(LegalHold hold) implements ErasureOutcome {}

    record Refused(List<Violation> violations) implements ErasureOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    record Missing() implements ErasureOutcome {}

    /// Only admins erase.
    record Forbidden() implements ErasureOutcome {}
}
