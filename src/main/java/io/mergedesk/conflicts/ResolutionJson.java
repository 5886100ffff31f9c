package io.mergedesk.conflicts;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldKinds;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice.HunkChoice;
import java.io.StringWriter;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Resolutions as JSON, as tables keep them:
/// `{"deleted":false,"fields":{"phone":{"base":"1","theirs":"2","mine":"3","chosen":"3",
/// "rule":"contested","choice":"mine"}}}`.
///
/// A choice is `mine`, `theirs`, `base`, `both`, `{"value":…}` or `{"hunks":{"0":"theirs"}}`, and
/// is left out where a rule decided.
public final class ResolutionJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private ResolutionJson() {}

    public static String write(Resolution resolution) {
        var text = new StringWriter(512);
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeName("deleted");
            json.writeBoolean(resolution.deleted());
            json.writeName("fields");
            json.writeStartObject();
            resolution
                    .fields()
                    .forEach((field, decided) -> {
                        json.writeName(field.value());
                        write(json, decided);
                    });
            json.writeEndObject();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Resolution.Decided decided) {
        json.writeStartObject();
        value(json, "base", decided.base());
        value(json, "theirs", decided.theirs());
        value(json, "mine", decided.mine());
        value(json, "chosen", decided.chosen());
        json.writeName("rule");
        json.writeString(decided.rule().wireName());
        decided.choice().ifPresent(choice -> write(json, choice));
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, String name, @Nullable FieldValue value) {
        json.writeName(name);
        FieldJson.write(json, value);
    }

    private static void write(JsonGenerator json, Choice choice) {
        json.writeName("choice");
        switch (choice) {
            case Choice.Whole whole -> json.writeString(whole.wireName());
            case Choice.Value(var value) -> {
                json.writeStartObject();
                value(json, "value", value);
                json.writeEndObject();
            }
            case Choice.Hunks(var byPlace) -> {
                json.writeStartObject();
                json.writeName("hunks");
                json.writeStartObject();
                byPlace.forEach((place, one) -> {
                    json.writeName(String.valueOf(place));
                    json.writeString(one.wireName());
                });
                json.writeEndObject();
                json.writeEndObject();
            }
        }
    }

    /// Reads what [#write] wrote.
    public static Resolution read(String text, FieldKinds kinds) {
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            json.nextToken();
            json.nextToken();
            boolean deleted = json.currentToken() == JsonToken.VALUE_TRUE;
            json.nextToken();
            json.nextToken();
            var fields = new TreeMap<FieldName, Resolution.Decided>();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                var field = new FieldName(json.currentName());
                json.nextToken();
                fields.put(field, readField(json, kinds.of(field)));
            }
            return new Resolution(deleted, fields);
        }
    }

    private static Resolution.Decided readField(JsonParser json, FieldKind kind) {
        var base = next(json, kind);
        var theirs = next(json, kind);
        var mine = next(json, kind);
        var chosen = next(json, kind);
        json.nextToken();
        json.nextToken();
        var rule = Rule.parse(json.getString()).orElseThrow();
        var choice = Optional.<Choice>empty();
        if (json.nextToken() == JsonToken.PROPERTY_NAME) {
            json.nextToken();
            choice = Optional.of(readChoice(json, kind));
            json.nextToken();
        }
        return new Resolution.Decided(base, theirs, mine, chosen, rule, choice);
    }

    private static @Nullable FieldValue next(JsonParser json, FieldKind kind) {
        json.nextToken();
        json.nextToken();
        return FieldJson.read(json, kind);
    }

    private static Choice readChoice(JsonParser json, FieldKind kind) {
        if (json.currentToken() == JsonToken.VALUE_STRING) {
            return Choice.Whole.parse(json.getString()).orElseThrow();
        }
        json.nextToken();
        boolean value = json.currentName().equals("value");
        json.nextToken();
        Choice choice = value ? new Choice.Value(FieldJson.read(json, kind)) : readHunks(json);
        json.nextToken();
        return choice;
    }

    private static Choice readHunks(JsonParser json) {
        var byPlace = new TreeMap<Integer, HunkChoice>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            int place = Integer.parseInt(json.currentName());
            json.nextToken();
            byPlace.put(place, HunkChoice.parse(json.getString()).orElseThrow());
        }
        return new Choice.Hunks(byPlace);
    }
}
