package io.mergedesk.ui.audit;

import io.mergedesk.audit.AuditCursor;
import io.mergedesk.audit.AuditItem;
import io.mergedesk.audit.AuditLogName;
import io.mergedesk.common.Sequence;

/// By which one thing that happened is found again, such as `c14` or `e3`.
record AuditPlace(AuditLogName log, Sequence sequence) {

    static AuditPlace of(AuditItem item) {
        var log =
                switch (item) {
                    case AuditItem.Edited _ -> AuditLogName.CHANGES;
                    case AuditItem.Noted _ -> AuditLogName.ENTRIES;
                };
        return new AuditPlace(log, item.sequence());
    }

    /// @throws IllegalArgumentException for a text that [#toString] did not write
    static AuditPlace parse(String text) {
        if (!text.matches("[ce][1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("expected a place like c14, got '" + text + "'");
        }
        return new AuditPlace(
                text.charAt(0) == 'c' ? AuditLogName.CHANGES : AuditLogName.ENTRIES,
                new Sequence(Long.parseLong(text.substring(1))));
    }

    /// A page that begins here has this one first, and nothing of the other log.
    AuditCursor cursor() {
        var none = new Sequence(1);
        return switch (log) {
            case CHANGES -> new AuditCursor(sequence.next(), none);
            case ENTRIES -> new AuditCursor(none, sequence.next());
        };
    }

    @Override
    public String toString() {
        return (log == AuditLogName.CHANGES ? "c" : "e") + sequence.number();
    }
}
