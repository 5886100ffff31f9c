package io.mergedesk.conflicts;

/// One of the two edits that meet: mine, which comes in, and theirs, which is there already.
public enum Party {
    THEIRS,
    MINE;

    public Party other() {
        return this == MINE ? THEIRS : MINE;
    }
}
