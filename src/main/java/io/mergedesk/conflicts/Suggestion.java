package io.mergedesk.conflicts;

/// A choice a person may take with one key, and why it is likely. Never taken by itself.
public record Suggestion(Choice choice, Why why) {

    public enum Why {
        /// It was written later.
        NEWER,
        /// It says all that the other says, and more.
        CONTAINS_THE_OTHER,
        /// Both only added text, so both additions can stand.
        BOTH_ADDED
    }
}
