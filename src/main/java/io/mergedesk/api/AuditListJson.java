package io.mergedesk.api;

import io.mergedesk.audit.AuditPage;
import io.mergedesk.audit.AuditProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the audit trail, where to go on, and how far the index is that finds it fast.
record AuditListJson(
        List<AuditItemJson> items, @Nullable String nextCursor, Progress changes, Progress trail) {

    AuditListJson {
        items = List.copyOf(items);
    }

    /// Up to which place a log is indexed, and its last place.
    record Progress(long indexed, long head) {

        static Progress of(AuditProgress progress) {
            return new Progress(progress.indexed().number(), progress.head().number());
        }
    }

    static AuditListJson of(AuditPage page, SentAuditQuery sent) {
        return new AuditListJson(
                page.items().stream().map(AuditItemJson::of).toList(),
                page.next().map(sent::encode).orElse(null),
                Progress.of(page.changes()),
                Progress.of(page.entries()));
    }
}
