package io.mergedesk.transfer;

import io.mergedesk.audit.AuditCursor;
import io.mergedesk.audit.AuditItem;
import io.mergedesk.audit.AuditOutcome;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.audit.AuditService;
import io.mergedesk.common.Actor;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.trail.TrailQueue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/// Writes what a query finds in the audit trail into a file, page by page, newest first; and notes
/// in the trail that it did.
public final class AuditExport {

    private final AuditService audit;
    private final TrailQueue trail;
    private final InstantSource clock;

    AuditExport(AuditService audit, TrailQueue trail, InstantSource clock) {
        this.audit = audit;
        this.trail = trail;
        this.clock = clock;
    }

    /// @return how many items there were
    /// @throws IllegalArgumentException when the actor may not read the trail
    public long write(AuditQuery query, AuditFormat format, Actor actor, OutputStream out)
            throws IOException {
        if (!audit.mayRead(actor)) {
            throw new IllegalArgumentException("expected an admin, got " + actor.id());
        }
        var written = new Written();
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var lines = new AuditLines(text);
        try {
            if (format == AuditFormat.CSV) {
                lines.writeHeader();
                writeAll(query, actor, lines::writeCsv, written);
            } else {
                writeAll(query, actor, lines::writeJson, written);
            }
            text.flush();
            written.complete = true;
        } finally {
            note(query, format, written, actor);
        }
        return written.items;
    }

    private interface Line {
        void write(AuditItem item) throws IOException;
    }

    private static final class Written {
        private long items;
        private boolean complete;
    }

    private void writeAll(AuditQuery query, Actor actor, Line line, Written written)
            throws IOException {
        var place = AuditCursor.NEWEST;
        boolean more = true;
        while (more) {
            if (!(audit.page(query, place, AuditService.MAX_LIMIT, actor)
                    instanceof AuditOutcome.Found(var page))) {
                throw new IllegalStateException("expected the rights of before");
            }
            for (var item : page.items()) {
                line.write(item);
                written.items++;
            }
            place = page.next().orElse(place);
            more = page.next().isPresent();
        }
    }

    private void note(AuditQuery query, AuditFormat format, Written written, Actor actor) {
        var entry =
                TrailEntry.of(TrailAction.AUDIT_EXPORTED, actor.id(), clock.instant())
                        .with("format", format.extension())
                        .with("items", written.items)
                        .with("filter", query.describe());
        trail.note(written.complete ? entry : entry.with("stopped", "before the end"));
    }
}
