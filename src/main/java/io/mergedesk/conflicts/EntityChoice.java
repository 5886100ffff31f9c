package io.mergedesk.conflicts;

/// What a person decides where one deleted what the other edited.
public enum EntityChoice {
    KEEP,
    DELETE
}
