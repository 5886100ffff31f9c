package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.Reading;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tries every way to write values on the cells of one column.
final class FormatTrials {

    private static final int MISSES = 20;

    /// The same cell can be written either way, and mean something else.
    private record Twins(CellFormat one, CellFormat other) {}

    private static final List<Twins> TWINS =
            List.of(
                    new Twins(CellFormat.NUMBER_POINT, CellFormat.NUMBER_COMMA),
                    new Twins(CellFormat.MONEY_POINT, CellFormat.MONEY_COMMA),
                    new Twins(CellFormat.DATE_DAY_FIRST, CellFormat.DATE_MONTH_FIRST),
                    new Twins(CellFormat.MOMENT_DAY_FIRST, CellFormat.MOMENT_MONTH_FIRST));

    private static final class Count {
        private int hits;
        private int misses;
    }

    private final EnumMap<CellFormat, Count> counts = new EnumMap<>(CellFormat.class);
    private final EnumMap<CellFormat, String> last = new EnumMap<>(CellFormat.class);
    private final Set<FieldKind> readTwoWays = EnumSet.noneOf(FieldKind.class);

    FormatTrials() {
        for (var format : CellFormat.values()) {
            if (format != CellFormat.PLAIN) {
                counts.put(format, new Count());
            }
        }
    }

    void add(String cell) {
        last.clear();
        counts.entrySet().removeIf(entry -> isOut(entry.getKey(), entry.getValue(), cell));
        for (var twins : TWINS) {
            var one = last.get(twins.one());
            var other = last.get(twins.other());
            if (one != null && other != null && !one.equals(other)) {
                readTwoWays.add(twins.one().kind());
            }
        }
    }

    /// What the last cell was read as in that format; empty when it is not written so.
    Optional<String> last(CellFormat format) {
        return Optional.ofNullable(last.get(format));
    }

    /// Tries one format on the cell; it is out once it misses too often to be what is meant.
    private boolean isOut(CellFormat format, Count count, String cell) {
        var read = format.canonical(cell).filter(text -> fits(format, text));
        if (read.isEmpty()) {
            count.misses++;
            return count.misses > MISSES && count.misses > count.hits;
        }
        count.hits++;
        last.put(format, read.get());
        return false;
    }

    /// Whether a field of the kind takes it; a number can have too many decimals.
    private static boolean fits(CellFormat format, String text) {
        return switch (format.kind()) {
            case NUMBER, MONEY, DATE ->
                    FieldText.read(format.kind(), text) instanceof Reading.Value;
            default -> true;
        };
    }

    boolean readsAll(CellFormat format) {
        var count = counts.get(format);
        return count != null && count.misses == 0;
    }

    /// The format of that kind that reads most cells; where several read as many, as the rest of
    /// the file leans.
    CellFormat best(FieldKind kind, Habits habits, int leaning) {
        var best = CellFormat.PLAIN;
        int most = 0;
        for (var entry : counts.entrySet()) {
            var format = entry.getKey();
            int hits = entry.getValue().hits;
            if (format.kind() == kind
                    && (hits > most
                            || (hits == most && hits > 0 && habits.prefers(format, leaning)))) {
                best = format;
                most = hits;
            }
        }
        return best;
    }

    /// The formats of that kind that read every cell, but not as the same values; none where it is
    /// clear what is meant.
    List<CellFormat> alternatives(FieldKind kind) {
        return TWINS.stream()
                .filter(twins -> twins.one().kind() == kind && readTwoWays.contains(kind))
                .filter(twins -> readsAll(twins.one()) && readsAll(twins.other()))
                .flatMap(twins -> List.of(twins.one(), twins.other()).stream())
                .toList();
    }
}
