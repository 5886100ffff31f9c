package io.mergedesk.sync;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a target is spoken to.
public enum TargetKind {
    /// Signed CloudEvents by POST, as the Standard Webhooks specification says.
    WEBHOOK,
    /// The REST endpoints of another system: method, URL, headers and fields as its admin mapped
    /// them.
    REST;

    /// The form used in the API and in tables: `webhook`, `rest`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TargetKind> parse(String text) {
        return Arrays.stream(values()).filter(one -> one.wireName().equals(text)).findFirst();
    }
}
