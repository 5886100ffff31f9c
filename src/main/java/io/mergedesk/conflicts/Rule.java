package io.mergedesk.conflicts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By which rule a field came to its value in a merge.
public enum Rule {
    /// Nobody changed it.
    UNTOUCHED,
    /// Only the edit that came in changed it.
    MINE_ONLY,
    /// Only others changed it.
    THEIRS_ONLY,
    /// Both changed it to the same.
    SAME,
    /// Both added and removed members of a set.
    MEMBERS,
    /// Both changed words of a text, in different places.
    WORDS,
    /// Both changed a number, and what each added counts.
    SUM,
    /// Last write wins.
    NEWEST,
    /// The edit is not allowed any more.
    REFUSED,
    /// A person decides.
    CONTESTED;

    /// The form used in the API and in tables, such as `mine-only`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Rule> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
