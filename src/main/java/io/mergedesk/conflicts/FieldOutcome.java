package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a merge made of one field, and by which rule. Null is "no value".
public sealed interface FieldOutcome permits FieldOutcome.Decided, Contest {

    /// What it was when both sides had last seen the same.
    @Nullable FieldValue base();

    /// What is there now.
    @Nullable FieldValue theirs();

    /// What the edit wants.
    @Nullable FieldValue mine();

    /// What comes of it; as long as it is contested, what is there now.
    @Nullable FieldValue result();

    Rule rule();

    default @Nullable FieldValue of(Party party) {
        return party == Party.MINE ? mine() : theirs();
    }

    default boolean isChangedBy(Party party) {
        return !Objects.equals(base(), of(party));
    }

    /// Decided by a rule, without asking.
    sealed interface Decided extends FieldOutcome {}

    record Untouched(@Nullable FieldValue base) implements Decided {
        @Override
        public @Nullable FieldValue theirs() {
            return base;
        }

        @Override
        public @Nullable FieldValue mine() {
            return base;
        }

        @Override
        public @Nullable FieldValue result() {
            return base;
        }

        @Override
        public Rule rule() {
            return Rule.UNTOUCHED;
        }
    }

    /// One side changed it. The other may have changed how it is written, never what it means.
    record OneSided(
            @Nullable FieldValue base,
            @Nullable FieldValue theirs,
            @Nullable FieldValue mine,
            Party changedBy)
            implements Decided {
        @Override
        public @Nullable FieldValue result() {
            return of(changedBy);
        }

        @Override
        public Rule rule() {
            return changedBy == Party.MINE ? Rule.MINE_ONLY : Rule.THEIRS_ONLY;
        }
    }

    /// Both made values of it that mean the same; where they are written differently, the later one
    /// is kept.
    record Same(
            @Nullable FieldValue base,
            @Nullable FieldValue theirs,
            @Nullable FieldValue mine,
            @Nullable FieldValue result)
            implements Decided {
        @Override
        public Rule rule() {
            return Rule.SAME;
        }
    }

    /// Both changed it, and both changes are in the result.
    record Joined(
            @Nullable FieldValue base,
            @Nullable FieldValue theirs,
            @Nullable FieldValue mine,
            @Nullable FieldValue result,
            Rule rule)
            implements Decided {}

    /// Both changed it, the later one won, the earlier one is to be told.
    record Newest(
            @Nullable FieldValue base,
            @Nullable FieldValue theirs,
            @Nullable FieldValue mine,
            Party winner)
            implements Decided {
        @Override
        public @Nullable FieldValue result() {
            return of(winner);
        }

        @Override
        public Rule rule() {
            return Rule.NEWEST;
        }
    }

    /// The change of this party may not be taken any more; the other side's stands, if there is
    /// one. The author is to be told.
    record Refused(
            @Nullable FieldValue base,
            @Nullable FieldValue theirs,
            @Nullable FieldValue mine,
            Party party,
            Bar bar,
            @Nullable FieldValue result)
            implements Decided {
        @Override
        public Rule rule() {
            return Rule.REFUSED;
        }
    }
}
