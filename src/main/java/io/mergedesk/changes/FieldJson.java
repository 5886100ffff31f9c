package io.mergedesk.changes;

import io.mergedesk.common.FieldName;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Values and changes as JSON: as tables keep them, and as programs send and receive them.
///
/// Text, dates (`2026-01-31`), moments (`2026-01-31T09:30:00Z`), references (UUID) and people are
/// strings, numbers are numbers, yes/no is a boolean, choices are an array of strings, money is
/// `{"amount":12.50,"currency":"EUR"}`. Which kind a field has comes from its type, so reading
/// needs to be told.
public final class FieldJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    /// Room for what most entities are, so that little has to grow.
    private static final int USUAL_LENGTH = 1_024;

    private static final int USUAL_FIELDS = 32;

    private FieldJson() {}

    /// One object, name to value.
    public static String write(FieldValues values) {
        var text = new StringWriter(USUAL_LENGTH);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            var fields = SortedFields.copyOf(values.byName());
            for (int i = 0; i < fields.size(); i++) {
                json.writeName(fields.name(i).value());
                ValueJson.write(json, fields.value(i));
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    /// One object, name to `[before, after]` with null for "no value".
    public static String writeChanges(List<FieldChange> changes) {
        var text = new StringWriter(USUAL_LENGTH);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            for (var change : changes) {
                json.writeName(change.field().value());
                json.writeStartArray();
                write(json, change.from());
                write(json, change.to());
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    /// Reads what [#write] wrote.
    public static FieldValues read(String text, FieldKinds kinds) {
        var names = new ArrayList<FieldName>(USUAL_FIELDS);
        var values = new ArrayList<FieldValue>(USUAL_FIELDS);
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var known = kinds.find(json.currentName());
                json.nextToken();
                var value = ValueJson.read(json, known.kind());
                if (value != null) {
                    names.add(known.field());
                    values.add(value);
                }
            }
        }
        return new FieldValues(SortedFields.of(names, values));
    }

    /// Reads what [#writeChanges] wrote.
    public static List<FieldChange> readChanges(String text, FieldKinds kinds) {
        var changes = new ArrayList<FieldChange>();
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var known = kinds.find(json.currentName());
                json.nextToken();
                json.nextToken();
                var from = ValueJson.read(json, known.kind());
                json.nextToken();
                var to = ValueJson.read(json, known.kind());
                json.nextToken();
                changes.add(FieldChange.of(known.field(), from, to));
            }
        }
        return List.copyOf(changes);
    }

    /// One object, name to value, with null for what is cleared.
    public static String writePatch(Patch patch) {
        var text = new StringWriter(USUAL_LENGTH);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            patch.byName()
                    .forEach((field, value) -> {
                        json.writeName(field.value());
                        write(json, value.orElse(null));
                    });
            json.writeEndObject();
        }
        return text.toString();
    }

    /// Reads what [#writePatch] wrote.
    public static Patch readPatch(String text, FieldKinds kinds) {
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var known = kinds.find(json.currentName());
                json.nextToken();
                patch.put(known.field(), Optional.ofNullable(read(json, known.kind())));
            }
        }
        return new Patch(patch);
    }

    /// One value within other JSON; null for "no value".
    public static void write(JsonGenerator json, @Nullable FieldValue value) {
        if (value == null) {
            json.writeNull();
        } else {
            ValueJson.write(json, value);
        }
    }

    /// The value that the parser stands at; null for "no value".
    public static @Nullable FieldValue read(JsonParser json, FieldKind kind) {
        return ValueJson.read(json, kind);
    }

    /// One value alone, for error bodies and exports.
    public static String writeValue(FieldValue value) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            ValueJson.write(json, value);
        }
        return text.toString();
    }
}
