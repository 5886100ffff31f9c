package io.mergedesk.sync;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One JSON object put over another. Source: RFC 7396, "JSON Merge Patch".
public final class MergePatch {

    /// Numbers stay as they are, however many digits they have.
    private static final JsonMapper EXACT =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private MergePatch() {}

    /// What comes of it; neither of the two is changed. `null` takes a property away.
    public static ObjectNode apply(ObjectNode target, ObjectNode patch) {
        var result = target.deepCopy();
        patch.properties().forEach(one -> put(result, one.getKey(), one.getValue()));
        return result;
    }

    private static void put(ObjectNode result, String name, JsonNode value) {
        if (value.isNull()) {
            result.remove(name);
        } else if (value instanceof ObjectNode inner) {
            var before =
                    result.get(name) instanceof ObjectNode object
                            ? object
                            : JsonMapper.shared().createObjectNode();
            result.set(name, apply(before, inner));
        } else {
            result.set(name, value);
        }
    }

    /// A text as one JSON object; empty where it is none.
    public static Optional<ObjectNode> object(String text) {
        try {
            return EXACT.readTree(text) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
