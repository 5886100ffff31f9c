package io.mergedesk.audit;

import java.util.Locale;

/// The chains that are verified.
public enum ChainName {
    /// The edits of entities: the feed.
    CHANGES,
    /// Everything else that is noted: who signed in, exported, defined types.
    TRAIL;

    /// The form used in the API and in checkpoints: `changes`, `trail`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
