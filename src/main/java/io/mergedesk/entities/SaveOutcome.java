package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of an edit. The entity changes only where it is applied or merged.
public sealed interface SaveOutcome {

    /// Written as it was; an edit that changes nothing leaves the revision as it is.
    record Applied(Entity entity) implements SaveOutcome {}

    /// Written, and joined with what others had changed meanwhile: which of their fields, and
    /// whose.
    record Merged(Entity entity, SortedMap<FieldName, UserId> theirs) implements SaveOutcome {
        public Merged {
            theirs = Collections.unmodifiableSortedMap(new TreeMap<>(theirs));
        }
    }

    /// Somebody else changed the same fields since the author read the entity. The whole edit is
    /// kept as an open conflict; the entity has nothing of it yet.
    record Parked(Entity current, Conflict conflict, List<ContestedField> fields)
            implements SaveOutcome {
        public Parked {
            fields = List.copyOf(fields);
        }
    }

    /// The same, where the author asked that nothing be kept: all three values of each field are
    /// here.
    record Contested(Entity current, List<ContestedField> fields) implements SaveOutcome {
        public Contested {
            fields = List.copyOf(fields);
        }
    }

    /// Not acceptable, and why.
    ///
    /// @param taken the unique fields whose value another entity has, and which one where this
    ///   person may see it; each is among the violations
    record Refused(List<Violation> violations, SortedMap<FieldName, Optional<EntityId>> taken)
            implements SaveOutcome {
        public Refused {
            violations = List.copyOf(violations);
            taken = Collections.unmodifiableSortedMap(new TreeMap<>(taken));
        }

        public Refused(List<Violation> violations) {
            this(violations, Collections.emptySortedMap());
        }

        static Refused because(String field, String message) {
            return new Refused(List.of(new Violation(field, message)));
        }
    }

    /// Deleted by somebody; it can be restored.
    record Gone(Entity entity, UserId by, Instant at) implements SaveOutcome {}

    /// Not there, or not to be seen by this person.
    record Missing(EntityId id) implements SaveOutcome {}

    /// The same outcome with what was really written.
    default SaveOutcome of(Entity written) {
        return switch (this) {
            case Applied _ -> new Applied(written);
            case Merged(_, var theirs) -> new Merged(written, theirs);
            case Parked _, Contested _, Refused _, Gone _, Missing _ -> this;
        };
    }
}
