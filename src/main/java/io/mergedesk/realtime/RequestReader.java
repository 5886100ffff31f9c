package io.mergedesk.realtime;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.events.Pattern;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what clients send.
final class RequestReader {

    private static final int LONGEST_REF = 64;
    private static final int MOST_NAMED = 100;
    private static final Set<String> OF_SUBSCRIBE =
            Set.of("type", "ref", "events", "types", "entities", "after");
    private static final JsonMapper JSON = new JsonMapper();

    /// Ends the reading of one request.
    private static final class Unreadable extends RuntimeException {

        private final String field;
        private final String expected;

        Unreadable(String field, String expected) {
            super(expected, null, false, false);
            this.field = field;
            this.expected = expected;
        }
    }

    private RequestReader() {}

    static Request read(String frame) {
        JsonNode sent;
        try {
            sent = JSON.readTree(frame);
        } catch (JacksonException _) {
            return new Request.Wrong("", "", "expected one JSON object in a frame of text");
        }
        if (!sent.isObject()) {
            return new Request.Wrong("", "", "expected one JSON object in a frame of text");
        }
        var ref = sent.path("ref").isString() ? sent.path("ref").stringValue() : "";
        try {
            return read(sent);
        } catch (Unreadable e) {
            return new Request.Wrong(
                    ref.length() > LONGEST_REF ? "" : ref, e.field, e.field + ": " + e.expected);
        }
    }

    private static Request read(JsonNode sent) {
        return switch (sent.path("type").asString("")) {
            case "subscribe" -> subscribe(sent);
            case "unsubscribe" -> new Request.Unsubscribe(ref(sent));
            case "ping" -> new Request.Ping(mark(sent));
            case "pong" -> new Request.Pong(mark(sent));
            default ->
                    throw new Unreadable("type", "expected subscribe, unsubscribe, ping or pong");
        };
    }

    private static Request subscribe(JsonNode sent) {
        for (var name : sent.propertyNames()) {
            if (!OF_SUBSCRIBE.contains(name)) {
                throw new Unreadable(
                        name, "is not known: expected ref, events, types, entities or after");
            }
        }
        var events =
                named(
                        sent,
                        "events",
                        "*, entity:*, sync:*, network:* or names of events",
                        Pattern::parse);
        if (events.isEmpty()) {
            throw new Unreadable("events", "expected at least one, such as entity:*");
        }
        var interest =
                new Interest(
                        ref(sent),
                        events,
                        named(sent, "types", "names of types", text -> made(text, TypeName::new)),
                        named(sent, "entities", "UUIDs", text -> made(text, EntityId::parse)));
        return new Request.Subscribe(interest, after(sent));
    }

    private static Optional<Sequence> after(JsonNode sent) {
        var after = sent.path("after");
        if (after.isMissingNode() || after.isNull()) {
            return Optional.empty();
        }
        if (!after.isIntegralNumber() || !after.canConvertToLong() || after.longValue() < 0) {
            throw new Unreadable("after", "expected a sequence: 0 or more");
        }
        return Optional.of(new Sequence(after.longValue()));
    }

    /// Pings may do without one.
    private static String mark(JsonNode sent) {
        return sent.has("ref") ? ref(sent) : "";
    }

    private static String ref(JsonNode sent) {
        var ref = sent.path("ref");
        if (!ref.isString()
                || ref.stringValue().isEmpty()
                || ref.stringValue().length() > LONGEST_REF) {
            throw new Unreadable("ref", "expected a text of 1 to 64 characters");
        }
        return ref.stringValue();
    }

    private static <T> Set<T> named(
            JsonNode sent, String field, String what, Function<String, Optional<T>> reader) {
        var values = sent.path(field);
        if (values.isMissingNode() || values.isNull()) {
            return Set.of();
        }
        if (!values.isArray() || values.size() > MOST_NAMED) {
            throw new Unreadable(field, "expected an array of " + what + ", at most " + MOST_NAMED);
        }
        var read = new LinkedHashSet<T>();
        for (var value : values) {
            var one = value.isString() ? reader.apply(value.stringValue()) : Optional.<T>empty();
            read.add(
                    one.orElseThrow(() ->
                            new Unreadable(field, "expected " + what + ", got " + shown(value))));
        }
        return read;
    }

    private static String shown(JsonNode value) {
        var text = value.toString();
        return text.length() > LONGEST_REF ? text.substring(0, LONGEST_REF) + "…" : text;
    }

    private static <T> Optional<T> made(String text, Function<String, T> maker) {
        try {
            return Optional.of(maker.apply(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
