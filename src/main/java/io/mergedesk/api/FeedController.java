package io.mergedesk.api;

import io.mergedesk.common.Sequence;
import io.mergedesk.entities.EntityService;
import io.mergedesk.security.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/// All changes of this site in commit order: page by page, or as they come.
@RestController
@RequestMapping("/api/v1/changes")
class FeedController implements FeedDescription {

    private static final int USUAL_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final EntityService entities;
    private final CurrentActor current;
    private final ChangeStreams streams;

    FeedController(EntityService entities, CurrentActor current, ChangeStreams streams) {
        this.entities = entities;
        this.current = current;
        this.streams = streams;
    }

    @Override
    @GetMapping
    public ListJson<ChangeJson> after(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable String limit) {
        var place = place("after", after, Sequence.START);
        int most = QueryNumber.limit(limit, USUAL_LIMIT, MAX_LIMIT);
        var page = entities.feed(place, most, current.require());
        return new ListJson<>(
                page.changes().stream().map(ChangeJson::of).toList(),
                page.next().equals(place) ? null : Long.toString(page.next().number()));
    }

    @Override
    @GetMapping(path = "/stream")
    public ResponseEntity<ResponseBodyEmitter> stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
            @RequestParam(required = false) @Nullable String after) {
        var actor = current.require();
        var head = entities.head();
        var from =
                last == null || last.isBlank()
                        ? place("after", after, head)
                        : place("Last-Event-ID", last, head);
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(streams.open(actor.id(), current.standing(), from));
    }

    private static Sequence place(String name, @Nullable String text, Sequence usual) {
        return new Sequence(QueryNumber.read(name, text, usual.number(), 0, Long.MAX_VALUE));
    }
}
