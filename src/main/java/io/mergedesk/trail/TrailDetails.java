package io.mergedesk.trail;

import java.io.StringWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What else is worth knowing of an entry: texts by name, in the order to show them. Never a
/// secret.
///
/// They may hold what people typed, so they can be erased without breaking the chain.
public record TrailDetails(Map<String, String> byName) {

    public static final TrailDetails NONE = new TrailDetails(Map.of());

    private static final JsonFactory FACTORY = new JsonFactory();

    public TrailDetails {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    public static TrailDetails of(String name, Object text) {
        return NONE.with(name, text);
    }

    /// The same with one more.
    ///
    /// @param text anything that says itself as text
    public TrailDetails with(String name, Object text) {
        var more = new LinkedHashMap<>(byName);
        more.put(name, text.toString());
        return new TrailDetails(more);
    }

    /// One JSON object of texts.
    public String toJson() {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            byName.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        return text.toString();
    }

    /// Reads what [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException for anything but an object of plain values
    public static TrailDetails parse(String text) {
        var details = new LinkedHashMap<String, String>();
        try (var json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            expect(json, json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                expect(json, json.currentToken(), JsonToken.PROPERTY_NAME);
                var name = json.currentName();
                if (!json.nextToken().isScalarValue()) {
                    throw unexpected(json);
                }
                details.put(name, json.getString());
            }
        }
        return new TrailDetails(details);
    }

    private static void expect(JsonParser json, JsonToken found, JsonToken expected) {
        if (found != expected) {
            throw unexpected(json);
        }
    }

    private static IllegalArgumentException unexpected(JsonParser json) {
        return new IllegalArgumentException(
                "expected an object of texts, found " + json.currentToken());
    }
}
