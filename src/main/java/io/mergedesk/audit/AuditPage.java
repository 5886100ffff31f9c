package io.mergedesk.audit;

import java.util.List;
import java.util.Optional;

/// A piece of the audit trail, newest first.
///
/// @param next where to go on; empty at the beginning of both logs. A page may hold less than was
///   asked for, even nothing, and still have a next one
public record AuditPage(
        List<AuditItem> items,
        Optional<AuditCursor> next,
        AuditProgress changes,
        AuditProgress entries) {

    public AuditPage {
        items = List.copyOf(items);
    }
}
