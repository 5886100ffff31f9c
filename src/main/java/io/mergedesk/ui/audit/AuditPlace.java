package io.mergedesk.ui.audit;

import io.mergedesk.audit.AuditCursor;
import io.mergedesk.audit.AuditItem;
import io.mergedesk.audit.ChainName;
import io.mergedesk.common.Sequence;

/// By which one thing that happened is found again, such as `c14` or `e3`.
record AuditPlace(ChainName log, Sequence sequence) {

    static AuditPlace of(AuditItem item) {
        var log =
                switch (item) {
                    case AuditItem.Edited _ -> ChainName.CHANGES;
                    case AuditItem.Noted _ -> ChainName.TRAIL;
                };
        return new AuditPlace(log, item.sequence());
    }

    /// @throws IllegalArgumentException for a text that [#toString] did not write
    static AuditPlace parse(String text) {
        if (!text.matches("[ce][1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("expected a place like c14, got '" + text + "'");
        }
        return new AuditPlace(
                text.charAt(0) == 'c' ? ChainName.CHANGES : ChainName.TRAIL,
                new Sequence(Long.parseLong(text.substring(1))));
    }

    /// A page that begins here has this one first, and nothing of the other log.
    AuditCursor cursor() {
        var none = new Sequence(1);
        return switch (log) {
            case CHANGES -> new AuditCursor(sequence.next(), none);
            case TRAIL -> new AuditCursor(none, sequence.next());
        };
    }

    @Override
    public String toString() {
        return (log == ChainName.CHANGES ? "c" : "e") + sequence.number();
    }
}
