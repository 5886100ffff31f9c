package io.mergedesk.transfer;

import java.util.Collection;

/// How a file as a whole writes what a single column leaves open: decimals with a comma or a point,
/// the day or the month first.
record Habits(boolean decimalComma, boolean dayFirst) {

    static Habits of(CsvDialect dialect, Collection<ColumnProfile> columns) {
        int leaning = columns.stream().mapToInt(ColumnProfile::leaning).sum();
        boolean comma = leaning > 0 || (leaning == 0 && dialect.delimiter() == ';');
        return new Habits(comma, comma || dialect.delimiter() == ';');
    }

    /// Whether this format wins over one that reads the column's cells just as well. What the
    /// column itself says about its decimals weighs more than the file.
    ///
    /// @param leaning of the column, as [ColumnProfile#leaning]
    boolean prefers(CellFormat format, int leaning) {
        boolean comma = leaning > 0 || (leaning == 0 && decimalComma);
        return switch (format) {
            case NUMBER_COMMA, MONEY_COMMA -> comma;
            case DATE_DAY_FIRST, MOMENT_DAY_FIRST -> dayFirst;
            case YES_NO,
                    NUMBER_POINT,
                    MONEY_POINT,
                    DATE_ISO,
                    DATE_DOTS,
                    DATE_MONTH_FIRST,
                    DATE_YEAR_FIRST,
                    DATE_DASHES,
                    MOMENT_ZONED,
                    MOMENT_ISO,
                    MOMENT_DOTS,
                    MOMENT_MONTH_FIRST,
                    EMAIL,
                    URL,
                    REFERENCE,
                    PLAIN ->
                    false;
        };
    }
}
