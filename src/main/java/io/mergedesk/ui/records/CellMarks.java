package io.mergedesk.ui.records;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which cells others have just changed, for as long as it is worth pointing out.
final class CellMarks {

    static final Duration SHOWN = Duration.ofSeconds(8);

    private final InstantSource clock;
    private final Map<Cell, Mark> marks = new HashMap<>();

    private record Cell(EntityId row, FieldName column) {}

    private record Mark(String by, long revision, Instant at) {}

    CellMarks(InstantSource clock) {
        this.clock = clock;
    }

    void add(EntityId row, Collection<FieldName> columns, String by, long revision) {
        var now = clock.instant();
        marks.values().removeIf(mark -> mark.at().plus(SHOWN).isBefore(now));
        columns.forEach(column -> marks.put(new Cell(row, column), new Mark(by, revision, now)));
    }

    void remove(EntityId row) {
        marks.keySet().removeIf(cell -> cell.row().equals(row));
    }

    /// Who has just changed that cell; empty text for nobody.
    String by(EntityId row, FieldName column) {
        var mark = fresh(row, column);
        return mark == null ? "" : mark.by();
    }

    /// A class that differs from one change to the next, so that each is seen to begin.
    String className(EntityId row, FieldName column) {
        var mark = fresh(row, column);
        return mark == null ? "cell" : "cell cell-changed-" + mark.revision() % 2;
    }

    private @Nullable Mark fresh(EntityId row, FieldName column) {
        var mark = marks.get(new Cell(row, column));
        return mark == null || mark.at().plus(SHOWN).isBefore(clock.instant()) ? null : mark;
    }
}
