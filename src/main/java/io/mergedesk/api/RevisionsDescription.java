package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// What the description of the API says about history.
@Tag(name = "History", description = "What an entity was, and who made it so; of deleted ones too")
interface RevisionsDescription {

    String LIMIT = "From 1 to 200, usually 50";
    String CURSOR = "`nextCursor` of the page before";

    @Operation(
            operationId = "listRevisions",
            summary = "The revisions of an entity with all fields, newest first",
            description =
                    "`sync` says how the edit fared at the targets that are told of it: `pending`,"
                            + " `accepted`, `merged` (there something else had changed), `conflict`"
                            + " (there the same had changed, the desk decides) or `refused`; null"
                            + " where no target is told, or all were long ago.")
    ListJson<RevisionJson> revisions(
            String id,
            @Parameter(description = LIMIT) @Nullable String limit,
            @Parameter(description = CURSOR) @Nullable String cursor);

    @Operation(operationId = "readRevision", summary = "The entity as it was at one revision")
    @ApiResponse(
            responseCode = "200",
            description = "The entity as it was",
            content = @Content(schema = @Schema(implementation = EntityJson.class)))
    ResponseEntity<Object> revision(String id, @Parameter(example = "12") String number);

    @Operation(
            operationId = "listChangesOfEntity",
            summary = "The changes of an entity, newest first")
    ListJson<ChangeJson> changes(
            String id,
            @Parameter(description = LIMIT) @Nullable String limit,
            @Parameter(description = CURSOR) @Nullable String cursor);
}
