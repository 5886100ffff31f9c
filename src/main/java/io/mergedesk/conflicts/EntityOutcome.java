package io.mergedesk.conflicts;

import io.mergedesk.common.FieldName;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// What a merge made of the entity as a whole: whether it is there.
public sealed interface EntityOutcome {

    /// Whether the entity is deleted afterwards; as long as that is contested, it is not.
    boolean deleted();

    /// It is there, or deleted, as both had last seen it.
    record Unchanged(boolean deleted) implements EntityOutcome {}

    /// Deleted by one side, or both, and edited by none.
    record Deleted(Set<Party> by) implements EntityOutcome {
        public Deleted {
            by = Set.copyOf(by);
        }

        @Override
        public boolean deleted() {
            return true;
        }
    }

    /// Brought back by one side, or both.
    record Restored(Set<Party> by) implements EntityOutcome {
        public Restored {
            by = Set.copyOf(by);
        }

        @Override
        public boolean deleted() {
            return false;
        }
    }

    /// One deleted what the other edited; the later one won, the other is to be told. The edit is
    /// in the content either way, for whoever restores it.
    record Newest(boolean deleted, Party winner) implements EntityOutcome {}

    /// One deleted what the other edited: a person decides.
    record Contested(Party deletedBy, SortedSet<FieldName> edited) implements EntityOutcome {
        public Contested {
            edited = Collections.unmodifiableSortedSet(new TreeSet<>(edited));
        }

        @Override
        public boolean deleted() {
            return false;
        }
    }
}
