package io.mergedesk.sync.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Another system's record as it answered it.
///
/// @param json one JSON object in its own names
record RemoteRecord(JsonNode json) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /// What an answer holds, if that is a record: a JSON object that is no problem document and has
    /// a name in common with what was sent.
    static Optional<RemoteRecord> of(Reply.Answered answered, byte[] sent) {
        var type = answered.header("Content-Type").orElse("");
        if (!type.contains("json") || type.contains("problem")) {
            return Optional.empty();
        }
        var mine = parse(sent);
        return parse(answered.body())
                .filter(json ->
                        mine.isEmpty() || mine.get().propertyNames().stream().anyMatch(json::has))
                .map(RemoteRecord::new);
    }

    /// Whether all that was sent is there already, as after an answer that was lost.
    boolean has(byte[] sent) {
        return parse(sent)
                .filter(mine -> !mine.isEmpty())
                .map(mine ->
                        mine.properties().stream()
                                .allMatch(one -> same(one.getValue(), json.get(one.getKey()))))
                .orElse(false);
    }

    private static boolean same(JsonNode mine, @Nullable JsonNode theirs) {
        if (theirs == null) {
            return mine.isNull();
        }
        if (mine.isNumber() && theirs.isNumber()) {
            return mine.decimalValue().compareTo(theirs.decimalValue()) == 0;
        }
        return mine.equals(theirs);
    }

    private static Optional<JsonNode> parse(byte[] bytes) {
        try {
            var json = MAPPER.readTree(new String(bytes, StandardCharsets.UTF_8));
            return Optional.ofNullable(json).filter(JsonNode::isObject);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    String text() {
        return json.toString();
    }
}
