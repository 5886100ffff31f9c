package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import io.mergedesk.events.EventName;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a gateway sends, as far as a link has to know.
sealed interface LinkFrame {

    record Welcome(Sequence head, Duration heartbeat) implements LinkFrame {}

    record Subscribed(Sequence place) implements LinkFrame {}

    record Told(LinkEvent event) implements LinkFrame {}

    record At(Sequence place) implements LinkFrame {}

    record Pong(String ref) implements LinkFrame {}

    record Refused(String message) implements LinkFrame {}

    /// Something newer than this link.
    record Other() implements LinkFrame {}

    JsonMapper JSON = new JsonMapper();

    /// @throws IllegalArgumentException when it is not what a gateway would send
    static LinkFrame read(String text) {
        JsonNode sent;
        try {
            sent = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("expected a JSON object", e);
        }
        return switch (sent.path("type").asString("")) {
            case "welcome" ->
                    new Welcome(
                            place(sent),
                            Duration.ofSeconds(
                                    Math.clamp(sent.path("heartbeat").asLong(25), 1, 600)));
            case "subscribed" -> new Subscribed(place(sent));
            case "event" -> new Told(event(sent));
            case "at" -> new At(place(sent));
            case "pong" -> new Pong(sent.path("ref").asString(""));
            case "error" -> new Refused(sent.path("message").asString(""));
            default -> new Other();
        };
    }

    private static LinkEvent event(JsonNode sent) {
        return new LinkEvent(
                place(sent),
                Optional.of(sent.path("event").asString(""))
                        .flatMap(EventName::parse)
                        .orElseThrow(() -> new IllegalArgumentException("expected a known event")),
                sent.path("data").toString());
    }

    private static Sequence place(JsonNode sent) {
        var place = sent.path("sequence");
        if (!place.isIntegralNumber() || place.longValue() < 0) {
            throw new IllegalArgumentException("expected a sequence");
        }
        return new Sequence(place.longValue());
    }
}
