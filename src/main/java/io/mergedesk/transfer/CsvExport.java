package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Entities as lines of a CSV file in UTF-8.
final class CsvExport implements AutoCloseable {

    private final List<FieldDefinition> fields;
    private final Writer text;
    private final CsvWriter lines;

    CsvExport(EntityType type, OutputStream out, boolean withMark) throws IOException {
        fields = type.fields();
        text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        lines = new CsvWriter(text, ',');
        if (withMark) {
            text.write('\uFEFF');
        }
        lines.write(ExportColumns.headers(type).stream().map(FormulaGuard::guard).toList());
    }

    void add(Entity entity) throws IOException {
        var cells = new ArrayList<String>();
        cells.add(entity.id().toString());
        cells.add(Long.toString(entity.revision().number()));
        for (var field : fields) {
            var text = entity.values().find(field.name()).map(FieldText::write).orElse("");
            cells.add(isTyped(field.kind()) ? FormulaGuard.guard(text) : text);
        }
        lines.write(cells);
    }

    /// Whether its text is what somebody typed, and could be anything.
    private static boolean isTyped(FieldKind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT, CHOICE, CHOICES, EMAIL, URL -> true;
            case NUMBER, MONEY, DATE, DATE_TIME, YES_NO, REFERENCE, PERSON -> false;
        };
    }

    @Override
    public void close() throws IOException {
        text.flush();
    }
}
