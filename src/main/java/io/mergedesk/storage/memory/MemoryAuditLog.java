package io.mergedesk.storage.memory;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.audit.AuditLog;
import io.mergedesk.audit.AuditProgress;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.audit.AuditStretch;
import io.mergedesk.audit.ChainName;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.ChangeLog;
import io.mergedesk.trail.Trail;
import java.util.Comparator;
import java.util.stream.Stream;

/// Finds what happened by looking at all of it.
public final class MemoryAuditLog implements AuditLog {

    private final ChangeLog changes;
    private final Trail trail;

    public MemoryAuditLog(ChangeLog changes, Trail trail) {
        this.changes = changes;
        this.trail = trail;
    }

    @Override
    public AuditStretch before(ChainName log, AuditQuery query, Sequence place, int limit) {
        var found =
                all(log).filter(item -> place.isAfter(item.sequence()))
                        .filter(query::matches)
                        .sorted(Comparator.comparing(AuditItem::sequence).reversed())
                        .limit(limit)
                        .toList();
        return new AuditStretch(
                found, found.size() == limit ? found.getLast().sequence() : new Sequence(1));
    }

    @Override
    public boolean indexNext(ChainName log) {
        return false;
    }

    @Override
    public boolean indexErased(ChainName log) {
        return false;
    }

    @Override
    public void clearIndex(ChainName log) {
        // there is none
    }

    @Override
    public AuditProgress progress(ChainName log) {
        var head =
                switch (log) {
                    case CHANGES -> changes.head();
                    case TRAIL -> trail.head();
                };
        return new AuditProgress(head, head);
    }

    private Stream<AuditItem> all(ChainName log) {
        return switch (log) {
            case CHANGES ->
                    changes.after(Sequence.START, Integer.MAX_VALUE).stream()
                            .map(AuditItem.Edited::new);
            case TRAIL ->
                    trail.after(Sequence.START, Integer.MAX_VALUE).stream()
                            .map(AuditItem.Noted::new);
        };
    }
}
