package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import io.mergedesk.events.EventName;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// What clients are sent, and what links send, as JSON.
final class Frames {

    private static final JsonFactory FACTORY = new JsonFactory();

    private Frames() {}

    static String welcome(ClientId client, Sequence head, Duration heartbeat) {
        return frame(
                "welcome",
                json -> {
                    json.writeStringProperty("client", client.value());
                    json.writeNumberProperty("sequence", head.number());
                    json.writeNumberProperty("heartbeat", heartbeat.toSeconds());
                });
    }

    /// @param place after which changes are told
    static String subscribed(String ref, Sequence place) {
        return placed("subscribed", ref, place);
    }

    static String unsubscribed(String ref) {
        return frame("unsubscribed", json -> json.writeStringProperty("ref", ref));
    }

    /// Everything wanted up to there has been sent.
    static String at(String ref, Sequence place) {
        return placed("at", ref, place);
    }

    static String pong(String ref) {
        return frame("pong", json -> json.writeStringProperty("ref", ref));
    }

    static String ping(String ref) {
        return frame("ping", json -> json.writeStringProperty("ref", ref));
    }

    /// What a link asks for: every change after that place, or from now on.
    static String subscribe(String ref, Optional<Sequence> after) {
        return frame(
                "subscribe",
                json -> {
                    json.writeStringProperty("ref", ref);
                    json.writeArrayPropertyStart("events");
                    json.writeString("entity:*");
                    json.writeEndArray();
                    after.ifPresent(place -> json.writeNumberProperty("after", place.number()));
                });
    }

    static String error(Request.Wrong wrong) {
        return frame(
                "error",
                json -> {
                    json.writeStringProperty("ref", wrong.ref());
                    json.writeStringProperty("field", wrong.field());
                    json.writeStringProperty("message", wrong.message());
                });
    }

    static String behind(Sequence place) {
        return frame("behind", json -> json.writeNumberProperty("sequence", place.number()));
    }

    static String event(String ref, FeedItem item) {
        return frame(
                "event",
                json -> {
                    json.writeStringProperty("ref", ref);
                    json.writeStringProperty("event", item.change().event().wireName());
                    json.writeNumberProperty("sequence", item.sequence().number());
                    json.writeName("data");
                    json.writeRawValue(item.json());
                });
    }

    /// Of what has no place in the feed.
    static String event(String ref, EventName name, String data) {
        return frame(
                "event",
                json -> {
                    json.writeStringProperty("ref", ref);
                    json.writeStringProperty("event", name.wireName());
                    json.writeName("data");
                    json.writeRawValue(data);
                });
    }

    private static String placed(String type, String ref, Sequence place) {
        return frame(
                type,
                json -> {
                    json.writeStringProperty("ref", ref);
                    json.writeNumberProperty("sequence", place.number());
                });
    }

    private static String frame(String type, Consumer<JsonGenerator> rest) {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("type", type);
            rest.accept(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
