package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldValue;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One field that two edits changed differently and no rule may decide: what it was when I read it,
/// what they made of it, what I want. Null is "no value".
///
/// @param hunks of a text, in order; empty for all other kinds
public record Contest(
        @Nullable FieldValue base,
        @Nullable FieldValue theirs,
        @Nullable FieldValue mine,
        Reason reason,
        List<Hunk> hunks,
        Optional<Suggestion> suggestion)
        implements FieldOutcome {

    /// Why a person has to decide.
    public enum Reason {
        /// Two values, of which only one can be.
        DIFFERENT,
        /// Both changed the same words, or words too close to each other.
        SAME_WORDS,
        /// Both replaced the same member of a set, each by another.
        REPLACED_DIFFERENTLY,
        /// Both filled it, and nothing tells what was meant.
        BOTH_FILLED,
        /// One cleared it, the other changed it.
        CLEARED,
        /// Fields of its group were changed by both.
        GROUP,
        /// Two entities were created that must be one.
        BOTH_CREATED,
        /// The type or the field says so.
        POLICY
    }

    public Contest {
        hunks = List.copyOf(hunks);
    }

    /// Two values of which only one can be.
    public Contest(
            @Nullable FieldValue base, @Nullable FieldValue theirs, @Nullable FieldValue mine) {
        this(base, theirs, mine, Reason.DIFFERENT, List.of(), Optional.empty());
    }

    @Override
    public @Nullable FieldValue result() {
        return theirs;
    }

    @Override
    public Rule rule() {
        return Rule.CONTESTED;
    }
}
