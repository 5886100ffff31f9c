package io.mergedesk.transfer;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a file record by record; never holds more than one.
final class CsvRows implements AutoCloseable {

    private static final int MAX_COLUMNS = 1_000;
    private static final int MAX_CELL = 1_000_000;

    private final CsvParser parser;
    private final int width;
    private long linesBefore;

    /// @param width how many cells each record should have; -1 for any
    CsvRows(Reader text, CsvDialect dialect, int width) {
        this.width = width;
        parser = new CsvParser(settings(dialect));
        parser.beginParsing(text);
    }

    private static CsvParserSettings settings(CsvDialect dialect) {
        var settings = new CsvParserSettings();
        settings.getFormat().setDelimiter(dialect.delimiter());
        settings.getFormat().setQuote(dialect.quote());
        settings.getFormat().setQuoteEscape(dialect.quote());
        // the default, '#', would drop every record that begins with it
        settings.getFormat().setComment('\0');
        settings.setLineSeparatorDetectionEnabled(true);
        settings.setReadInputOnSeparateThread(false);
        settings.setIgnoreLeadingWhitespaces(false);
        settings.setIgnoreTrailingWhitespaces(false);
        settings.setSkipEmptyLines(true);
        settings.setNullValue("");
        settings.setEmptyValue("");
        settings.setMaxColumns(MAX_COLUMNS);
        settings.setMaxCharsPerColumn(MAX_CELL);
        return settings;
    }

    /// The next record; null at the end.
    ///
    /// @throws UnreadableFileException when a quote never ends, or there are too many columns
    @Nullable CsvRow next() {
        try {
            var cells = parser.parseNext();
            if (cells == null) {
                return null;
            }
            long line = linesBefore + 1;
            linesBefore = parser.getContext().currentLine();
            return new CsvRow(line, fitted(cells));
        } catch (TextParsingException e) {
            throw new UnreadableFileException(
                    ("Line %d cannot be read: expected at most %,d columns and %,d characters in a"
                                    + " cell. A quote may be missing its end.")
                            .formatted(linesBefore + 1, MAX_COLUMNS, MAX_CELL),
                    e);
        }
    }

    /// Empty cells behind the last column do no harm.
    private List<String> fitted(@Nullable String[] cells) {
        var fitted = new ArrayList<String>(cells.length);
        for (int i = 0; i < cells.length; i++) {
            var cell = cells[i] == null ? "" : cells[i];
            if (width < 0 || i < width || !cell.isBlank()) {
                fitted.add(FormulaGuard.strip(cell));
            }
        }
        return fitted;
    }

    @Override
    public void close() {
        parser.stopParsing();
    }
}
