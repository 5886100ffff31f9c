package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Lays what was found in both logs into one page, the later first.
///
/// Each log keeps its own order, whatever its clocks say: an item is passed by only by those of the
/// other log. Where one log was not looked at to its end, nothing of the other is shown that may be
/// older than what is still to be found there.
final class AuditMerge {

    private final List<AuditItem> items = new ArrayList<>();
    private final Line changes;
    private final Line entries;

    private static final class Line {
        private final Deque<AuditItem> left;
        private final AuditStretch stretch;
        private Sequence place;

        private Line(AuditStretch stretch, Sequence begun) {
            this.left = new ArrayDeque<>(stretch.items());
            this.stretch = stretch;
            this.place = begun;
        }

        private AuditItem take() {
            var item = left.removeFirst();
            place = left.isEmpty() ? stretch.lookedTo() : item.sequence();
            return item;
        }

        private boolean isOver() {
            return left.isEmpty() && stretch.isAtEnd();
        }
    }

    AuditMerge(AuditStretch changes, AuditStretch entries, AuditCursor begun, int limit) {
        this.changes = new Line(changes, begun.changes());
        this.entries = new Line(entries, begun.entries());
        while (items.size() < limit && takeNext()) {
            // one item each time
        }
    }

    List<AuditItem> items() {
        return items;
    }

    boolean isAtEnd() {
        return changes.isOver() && entries.isOver();
    }

    AuditCursor next() {
        return new AuditCursor(place(changes), place(entries));
    }

    private boolean takeNext() {
        var change = changes.left.peekFirst();
        var entry = entries.left.peekFirst();
        if (change != null && entry != null) {
            items.add((entry.at().isAfter(change.at()) ? entries : changes).take());
        } else if (change != null && entries.stretch.isAtEnd()) {
            items.add(changes.take());
        } else if (entry != null && changes.stretch.isAtEnd()) {
            items.add(entries.take());
        } else {
            return false;
        }
        return true;
    }

    /// Where nothing was found, what was looked at need not be looked at again.
    private static Sequence place(Line line) {
        return line.stretch.items().isEmpty() ? line.stretch.lookedTo() : line.place;
    }
}
