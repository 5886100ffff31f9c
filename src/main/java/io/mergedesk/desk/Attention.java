package io.mergedesk.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much somebody wants to be told of one entity. What concerns them is told in any case: that
/// they were overruled, that their own edit waits, that they are to decide, that they are named.
public enum Attention {
    /// What concerns them, and what waits at their desk.
    USUAL,
    /// That others changed it, too.
    FOLLOW,
    /// Nothing but what concerns them.
    MUTE;

    /// The form used in tables and in the API, such as `follow`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Attention> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
