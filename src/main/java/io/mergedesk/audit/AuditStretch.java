package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import java.util.List;

/// What a look into one log found, newest first.
///
/// @param lookedTo everything from here on was looked at, up to where the look began; 1 when that
///   was the beginning of the log
public record AuditStretch(List<AuditItem> items, Sequence lookedTo) {

    public AuditStretch {
        items = List.copyOf(items);
    }

    /// Nothing, and nothing more to come.
    static AuditStretch end() {
        return new AuditStretch(List.of(), new Sequence(1));
    }

    boolean isAtEnd() {
        return lookedTo.number() <= 1;
    }
}
