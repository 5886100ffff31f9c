package io.mergedesk.api;

import io.mergedesk.desk.Inbox;
import io.mergedesk.desk.Told;
import io.mergedesk.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a person is told about their edits, and supervisors about the desk.
@RestController
@Tag(name = "Conflicts")
class NoticesController {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final Inbox inbox;
    private final CurrentActor current;

    NoticesController(Inbox inbox, CurrentActor current) {
        this.inbox = inbox;
        this.current = current;
    }

    /// One notice.
    ///
    /// @param lost what the reader had wanted of each field that was replaced
    record NoticeJson(
            UUID id,
            String kind,
            UUID conflictId,
            UUID entityId,
            String type,
            String title,
            String by,
            Instant at,
            List<String> fields,
            Map<String, @Nullable Object> lost,
            boolean unread) {

        static NoticeJson of(Told told) {
            var notice = told.notice();
            var lost = new TreeMap<String, @Nullable Object>();
            told.lost()
                    .forEach((field, value) ->
                            lost.put(field.value(), JsonValue.orNull(value.orElse(null))));
            return new NoticeJson(
                    notice.id(),
                    notice.kind().wireName(),
                    notice.conflict().value(),
                    notice.entity().value(),
                    notice.type().value(),
                    told.title(),
                    notice.by().value(),
                    notice.at(),
                    notice.fields().stream().map(field -> field.value()).toList(),
                    lost,
                    told.unread());
        }
    }

    @Operation(
            operationId = "listNotices",
            summary = "What you are told, the latest first",
            description =
                    "An edit of yours waits (`parked`), was decided as you wanted (`taken`), or not"
                            + " (`overruled`, with what you had written in `lost`), or waits again"
                            + " (`reopened`); to supervisors: an edit waits (`waiting`). Go on with"
                            + " `cursor` = `nextCursor` until that is null.")
    @GetMapping("/api/v1/notices")
    ListJson<NoticeJson> latest(
            @Parameter(description = "From 1 to 200, usually 50") @RequestParam(required = false)
                    @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        int most = QueryNumber.limit(limit, USUAL, MOST);
        var found =
                inbox.latest(current.require(), Optional.ofNullable(cursor).map(this::id), most);
        return new ListJson<>(
                found.stream().map(NoticeJson::of).toList(),
                found.size() < most ? null : found.getLast().notice().id().toString());
    }

    private UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest(
                            "cursor", "expected nextCursor of the page before, got '" + text + "'")
                    .rejected();
        }
    }
}
