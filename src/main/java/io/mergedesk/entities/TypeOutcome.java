package io.mergedesk.entities;

import java.util.List;

/// What came of defining a type or changing its definition.
public sealed interface TypeOutcome {

    record Saved(EntityType type) implements TypeOutcome {}

    record Refused(List<Violation> violations) implements TypeOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// Another admin changed it since; this is what it is now.
    record Stale(EntityType current) implements TypeOutcome {}

    /// Only admins define types.
    record Forbidden() implements TypeOutcome {}

    record Missing() implements TypeOutcome {}
}
