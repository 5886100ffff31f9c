package io.mergedesk.transfer;

import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Entities as rows of a spreadsheet. Texts are strings and never formulas; a number that a
/// spreadsheet would round is written as a string.
final class XlsxExport implements AutoCloseable {

    private static final int MOST_ROWS = 1_048_000;
    private static final int MOST_CHARACTERS = 32_767;
    private static final int MOST_DIGITS = 15;
    private static final int FLUSH = 500;

    private final List<String> headers;
    private final List<FieldDefinition> fields;
    private final Workbook book;
    private final String name;
    private Worksheet sheet;
    private int sheets = 1;
    private int row;

    XlsxExport(EntityType type, OutputStream out) throws IOException {
        headers = ExportColumns.headers(type);
        fields = type.fields();
        name = type.label().replaceAll("[\\\\/*?:\\[\\]']", " ").strip();
        book = new Workbook(out, "Mergedesk", "1.0");
        sheet = begin(shortened(name.isEmpty() ? type.name().value() : name, 31));
    }

    void add(Entity entity) throws IOException {
        if (row == MOST_ROWS) {
            sheet.finish();
            sheets++;
            sheet = begin(shortened(name, 25) + " " + sheets);
        }
        sheet.inlineString(row, 0, entity.id().toString());
        sheet.value(row, 1, entity.revision().number());
        for (int i = 0; i < fields.size(); i++) {
            var value = entity.values().get(fields.get(i).name());
            if (value != null) {
                write(i + 2, value);
            }
        }
        row++;
        if (row % FLUSH == 0) {
            sheet.flush();
        }
    }

    private void write(int column, FieldValue value) {
        switch (value) {
            case FieldValue.Decimal(var number) when isExact(number) ->
                    sheet.value(row, column, number);
            case FieldValue.Day(var date) when date.getYear() > 1900 -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case FieldValue.Moment(var instant)
                    when instant.atOffset(ZoneOffset.UTC).getYear() > 1900 -> {
                sheet.value(row, column, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
                sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> sheet.inlineString(row, column, fitting(FieldText.write(value)));
        }
    }

    private static boolean isExact(BigDecimal number) {
        return number.precision() <= MOST_DIGITS;
    }

    /// A cell holds no more; what is cut says so.
    private static String fitting(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        var note = " … (cut: %,d characters in all)".formatted(text.length());
        return text.substring(0, MOST_CHARACTERS - note.length()) + note;
    }

    private Worksheet begin(String title) {
        var begun = book.newWorksheet(title);
        begun.freezePane(0, 1);
        for (int i = 0; i < headers.size(); i++) {
            begun.inlineString(0, i, headers.get(i));
            begun.style(0, i).bold().set();
        }
        row = 1;
        return begun;
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        book.finish();
    }
}
