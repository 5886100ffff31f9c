package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.Reading;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One way to write values of a kind; turns a cell into the text that a field reads.
public enum CellFormat {
    YES_NO(FieldKind.YES_NO, "yes or no", CellFormat::yesNo),
    NUMBER_POINT(FieldKind.NUMBER, "numbers like 1,234.5", NumberCells::withPoint),
    NUMBER_COMMA(FieldKind.NUMBER, "numbers like 1.234,5", NumberCells::withComma),
    MONEY_POINT(FieldKind.MONEY, "amounts like 1,234.50 EUR", MoneyCells::withPoint),
    MONEY_COMMA(FieldKind.MONEY, "amounts like 1.234,50 EUR", MoneyCells::withComma),
    DATE_ISO(FieldKind.DATE, "dates like 2026-01-31", Dates.ISO::day),
    DATE_DOTS(FieldKind.DATE, "dates like 31.01.2026", Dates.DOTS::day),
    DATE_MONTH_FIRST(FieldKind.DATE, "dates like 01/31/2026, month first", Dates.MONTH_FIRST::day),
    DATE_DAY_FIRST(FieldKind.DATE, "dates like 31/01/2026, day first", Dates.DAY_FIRST::day),
    DATE_YEAR_FIRST(FieldKind.DATE, "dates like 2026/01/31", Dates.YEAR_FIRST::day),
    DATE_DASHES(FieldKind.DATE, "dates like 31-01-2026", Dates.DASHES::day),
    MOMENT_ZONED(
            FieldKind.DATE_TIME,
            "times like 2026-01-31T09:30:00Z",
            cell -> asRead(FieldKind.DATE_TIME, cell)),
    MOMENT_ISO(FieldKind.DATE_TIME, "times like 2026-01-31 09:30, as UTC", Dates.ISO::moment),
    MOMENT_DOTS(FieldKind.DATE_TIME, "times like 31.01.2026 09:30, as UTC", Dates.DOTS::moment),
    MOMENT_MONTH_FIRST(
            FieldKind.DATE_TIME,
            "times like 01/31/2026 09:30, month first, as UTC",
            Dates.MONTH_FIRST::moment),
    MOMENT_DAY_FIRST(
            FieldKind.DATE_TIME,
            "times like 31/01/2026 09:30, day first, as UTC",
            Dates.DAY_FIRST::moment),
    EMAIL(FieldKind.EMAIL, "", cell -> asRead(FieldKind.EMAIL, cell)),
    URL(FieldKind.URL, "", cell -> asRead(FieldKind.URL, cell)),
    REFERENCE(FieldKind.REFERENCE, "", cell -> asRead(FieldKind.REFERENCE, cell)),
    PLAIN(FieldKind.TEXT, "", Optional::of);

    private static final class Dates {
        private static final DateCells ISO = DateCells.yearFirst("-");
        private static final DateCells DOTS = DateCells.dayFirst("\\.");
        private static final DateCells MONTH_FIRST = DateCells.monthFirst("/");
        private static final DateCells DAY_FIRST = DateCells.dayFirst("/");
        private static final DateCells YEAR_FIRST = DateCells.yearFirst("/");
        private static final DateCells DASHES = DateCells.dayFirst("-");
    }

    private static final Map<String, String> YES_OR_NO =
            Map.ofEntries(
                    Map.entry("yes", "yes"),
                    Map.entry("y", "yes"),
                    Map.entry("true", "yes"),
                    Map.entry("ja", "yes"),
                    Map.entry("oui", "yes"),
                    Map.entry("wahr", "yes"),
                    Map.entry("vrai", "yes"),
                    Map.entry("no", "no"),
                    Map.entry("n", "no"),
                    Map.entry("false", "no"),
                    Map.entry("nein", "no"),
                    Map.entry("non", "no"),
                    Map.entry("falsch", "no"),
                    Map.entry("faux", "no"));

    private final FieldKind kind;
    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // references to methods without state
    private final Function<String, Optional<String>> reader;

    CellFormat(FieldKind kind, String words, Function<String, Optional<String>> reader) {
        this.kind = kind;
        this.words = words;
        this.reader = reader;
    }

    public FieldKind kind() {
        return kind;
    }

    /// What such cells look like, to follow "read as"; empty where that goes without saying.
    public String words() {
        return words;
    }

    /// The cell in the form that [FieldText#read] reads; empty when it is not written so.
    Optional<String> canonical(String cell) {
        return reader.apply(cell);
    }

    private static Optional<String> yesNo(String cell) {
        return Optional.ofNullable(YES_OR_NO.get(cell.toLowerCase(Locale.ROOT)));
    }

    private static Optional<String> asRead(FieldKind kind, String cell) {
        return FieldText.read(kind, cell) instanceof Reading.Value(var value)
                ? Optional.of(FieldText.write(value))
                : Optional.empty();
    }
}
