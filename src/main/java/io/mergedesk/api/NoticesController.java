package io.mergedesk.api;

import io.mergedesk.desk.Inbox;
import io.mergedesk.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a person is told about their edits and what they follow, and supervisors about the desk.
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

    @Operation(
            operationId = "listNotices",
            summary = "What you are told, the latest first",
            description =
                    "An edit of yours waits (`parked`), was decided as you wanted (`taken`), or not"
                            + " (`overruled`, with what you had written in `lost`), or waits again"
                            + " (`reopened`); you are to decide a conflict (`assigned`), or are named"
                            + " in its note or the reason of its decision (`mentioned`); others"
                            + " changed what you follow"
                            + " (`changed`, one for each entity until you have seen it); to"
                            + " supervisors: edits of an entity wait (`waiting`). Go on with `cursor`"
                            + " = `nextCursor` until that is null.")
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
                found.size() < most ? null : found.getLast().id().toString());
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
