package io.mergedesk.api;

import io.mergedesk.entities.Change;
import io.mergedesk.events.Event;
import io.mergedesk.realtime.EventEncoding;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What happened, as programs see it on every wire.
@Component
final class EventJson implements EventEncoding {

    /// Something happened to a conflict; `what` is `parked`, `merged`, `settled`, `reopened` or
    /// `handled`.
    record ConflictEventJson(
            String what,
            UUID conflictId,
            UUID entityId,
            String type,
            String author,
            String by,
            Instant at) {

        static ConflictEventJson of(Event.ConflictChanged event) {
            return new ConflictEventJson(
                    event.what().wireName(),
                    event.conflict().value(),
                    event.entity().value(),
                    event.type().value(),
                    event.author().value(),
                    event.by().value(),
                    event.at());
        }
    }

    /// Something happened to a delivery.
    record JobEventJson(
            UUID jobId,
            String target,
            UUID entityId,
            String type,
            long revision,
            String detail,
            Instant at) {

        static JobEventJson of(Event.JobChanged event) {
            return new JobEventJson(
                    event.job(),
                    event.target(),
                    event.entity().value(),
                    event.type().value(),
                    event.revision().number(),
                    event.detail(),
                    event.at());
        }
    }

    /// The network went or came.
    record NoticeJson(String subject, String detail, Instant at) {}

    private final JsonMapper json;

    EventJson(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String of(Change change) {
        return json.writeValueAsString(ChangeJson.of(change));
    }

    @Override
    public String of(Event event) {
        return json.writeValueAsString(
                switch (event) {
                    case Event.ConflictChanged conflict -> ConflictEventJson.of(conflict);
                    case Event.JobChanged job -> JobEventJson.of(job);
                    case Event.Notice notice ->
                            new NoticeJson(notice.subject(), notice.detail(), notice.at());
                    case Event.EntityChanged changed ->
                            throw new IllegalArgumentException(
                                    "expected an event without a place in the feed, got change "
                                            + changed.sequence());
                });
    }
}
