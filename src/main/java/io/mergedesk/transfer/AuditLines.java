package io.mergedesk.transfer;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// Items of the audit trail as lines of a file.
final class AuditLines {

    private static final List<String> COLUMNS =
            List.of(
                    "at",
                    "by",
                    "action",
                    "type",
                    "entity",
                    "revision",
                    "origin",
                    "field",
                    "from",
                    "to",
                    "conflict",
                    "address",
                    "details");

    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final Writer out;
    private final CsvWriter csv;

    AuditLines(Writer out) {
        this.out = out;
        this.csv = new CsvWriter(out, ',');
    }

    void writeHeader() throws IOException {
        csv.write(COLUMNS);
    }

    /// A line for each changed field; one where none was.
    void writeCsv(AuditItem item) throws IOException {
        switch (item) {
            case AuditItem.Edited(var change) -> {
                var revision = Long.toString(change.revision().number());
                var origin = change.origin().wireName();
                if (change.fields().isEmpty()) {
                    write(item, List.of(revision, origin, "", "", "", "", "", ""));
                }
                for (var field : change.fields()) {
                    write(item, cells(revision, origin, field));
                }
            }
            case AuditItem.Noted(var entry) ->
                    write(
                            item,
                            List.of(
                                    "",
                                    "",
                                    "",
                                    "",
                                    "",
                                    text(entry.conflict()),
                                    text(entry.address()),
                                    FormulaGuard.guard(entry.details().toJson())));
        }
    }

    /// One object; fields as `{"name":[from, to]}`.
    void writeJson(AuditItem item) throws IOException {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("at", item.at().toString());
            item.by().ifPresent(by -> json.writeStringProperty("by", by.value()));
            json.writeStringProperty("action", item.action().wireName());
            item.type().ifPresent(type -> json.writeStringProperty("type", type.value()));
            item.entity().ifPresent(id -> json.writeStringProperty("entityId", id.toString()));
            switch (item) {
                case AuditItem.Edited(var change) -> {
                    json.writeStringProperty("log", "changes");
                    json.writeNumberProperty("sequence", change.sequence().number());
                    json.writeNumberProperty("revision", change.revision().number());
                    json.writeStringProperty("origin", change.origin().wireName());
                    json.writeName("fields");
                    json.writeRawValue(FieldJson.writeChanges(change.fields()));
                }
                case AuditItem.Noted(var entry) -> {
                    json.writeStringProperty("log", "trail");
                    json.writeNumberProperty("sequence", entry.sequence().number());
                    entry.conflict()
                            .ifPresent(id -> json.writeStringProperty("conflictId", id.toString()));
                    entry.address()
                            .ifPresent(address -> json.writeStringProperty("address", address));
                    json.writeName("details");
                    json.writeRawValue(entry.details().toJson());
                }
            }
            json.writeEndObject();
        }
        out.write('\n');
    }

    private void write(AuditItem item, List<String> rest) throws IOException {
        var cells = new ArrayList<String>();
        cells.add(item.at().toString());
        cells.add(FormulaGuard.guard(text(item.by())));
        cells.add(item.action().wireName());
        cells.add(text(item.type()));
        cells.add(text(item.entity()));
        cells.addAll(rest);
        csv.write(cells);
    }

    private static List<String> cells(String revision, String origin, FieldChange field) {
        return List.of(
                revision,
                origin,
                field.field().value(),
                value(field.from()),
                value(field.to()),
                "",
                "",
                "");
    }

    private static String value(@Nullable FieldValue value) {
        return value == null ? "" : FormulaGuard.guard(FieldText.write(value));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
