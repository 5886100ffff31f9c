package io.mergedesk.entities;

import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Rebase;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What came of deciding a conflict. Nothing is written unless it is settled.
public sealed interface ResolveOutcome {

    /// Written: the entity has what was decided, as a revision of its own.
    record Settled(Conflict conflict, Entity entity) implements ResolveOutcome {}

    /// The entity moved on while somebody was deciding: what is still true of the decisions, and
    /// what has to be asked again.
    record Moved(ConflictNow now, Rebase rebase) implements ResolveOutcome {}

    /// Not everything is decided.
    ///
    /// @param entity whether the entity is kept or deleted
    record Undecided(boolean entity, SortedSet<FieldName> fields) implements ResolveOutcome {
        public Undecided {
            fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
        }
    }

    /// Decisions that cannot be: what was expected instead, by field.
    record Unfit(SortedMap<FieldName, String> expectations) implements ResolveOutcome {
        public Unfit {
            expectations = Collections.unmodifiableSortedMap(new TreeMap<>(expectations));
        }
    }

    /// The result would not be acceptable, and why.
    record Refused(List<Violation> violations) implements ResolveOutcome {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// Somebody else was faster: it is settled already, or it was handled since it was read.
    record Overtaken(Conflict conflict) implements ResolveOutcome {}

    /// Not this person's to decide.
    record Forbidden() implements ResolveOutcome {}

    /// Not there, or not to be seen by this person.
    record Missing() implements ResolveOutcome {}
}
