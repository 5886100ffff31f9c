package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/// What the description of the API says about the feed.
@Tag(
        name = "Changes",
        description =
                "Every committed change of this site, in commit order, numbered without gaps; those"
                        + " of entities you may not see are left out")
interface FeedDescription {

    @Operation(
            operationId = "listChanges",
            summary = "The changes after a place in the feed, oldest first",
            description =
                    "Go on with `after` = `nextCursor`, which also passes what you may not see; null"
                            + " says that nothing came after yet: ask the same again later, or follow"
                            + " the stream.")
    ListJson<ChangeJson> after(
            @Parameter(description = "A sequence; 0 is the beginning", example = "0")
                    @Nullable String after,
            @Parameter(description = "From 1 to 1,000, usually 100") @Nullable String limit);

    @Operation(
            operationId = "streamChanges",
            summary = "Changes as they come (server-sent events)",
            description =
                    "`id` is the sequence, `event` is `entity:created`, `entity:updated` or"
                            + " `entity:deleted`, `data` is a change. Reconnect with `Last-Event-ID`"
                            + " and every change comes exactly once and in order. Without it and"
                            + " without `after` the stream begins now. A comment comes every 15"
                            + " seconds when nothing else does.")
    @ApiResponse(
            responseCode = "200",
            description = "The stream",
            content =
                    @Content(
                            mediaType = "text/event-stream",
                            schema = @Schema(type = "string"),
                            examples =
                                    @ExampleObject(
                                            """
                                            id: 42
                                            event: entity:updated
                                            data: {"sequence":42,"event":"entity:updated","entityId":"…","fields":[…]}

                                            """)))
    ResponseEntity<ResponseBodyEmitter> stream(
            @Parameter(description = "The last id that was received", example = "41")
                    @Nullable String last,
            @Parameter(description = "The same in the address; the header comes first")
                    @Nullable String after);
}
