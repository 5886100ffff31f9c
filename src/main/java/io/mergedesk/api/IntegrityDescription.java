package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// What the description of the API says about verifying.
@Tag(name = "Audit", description = "What happened, and the proof that it did; for admins")
interface IntegrityDescription {

    @Operation(
            operationId = "verifyAudit",
            summary = "Recompute the hash chains of changes and trail",
            description =
                    "Starts a verification, or joins the one that runs. Without `from` everything is"
                            + " recomputed. What is found first is told with its place: `modified`,"
                            + " `missing`, `swapped`, `forked` or `cut`.")
    @ApiResponse(
            responseCode = "200",
            description = "Done",
            content = @Content(schema = @Schema(implementation = IntegrityJson.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Still running: ask again with its `run`",
            content = @Content(schema = @Schema(implementation = IntegrityJson.class)))
    @ApiResponse(responseCode = "400", description = "`from` is no signed checkpoint")
    @ApiResponse(responseCode = "403", description = "Not an admin")
    ResponseEntity<Object> verify(
            @Parameter(
                            description =
                                    "The place of a signed checkpoint in the feed, or `last`: only what"
                                            + " came since the last good verification or checkpoint",
                            example = "last")
                    @Nullable String from,
            @Parameter(description = "A run that was started before; nothing new is started")
                    @Nullable String run,
            @Parameter(
                            description =
                                    "Everything, and whether each record is what its changes lead to:"
                                            + " `diverged` names one that is not")
                    boolean deep);

    @Operation(
            operationId = "anchorCheckpoints",
            summary = "Begin the signed checkpoints anew where the chains are now",
            description =
                    "After a restored backup: what was signed before no longer counts. The body is"
                            + " `{\"reason\":\"…\"}`. It is noted in the trail.")
    @ApiResponse(responseCode = "204", description = "Signed")
    @ApiResponse(responseCode = "403", description = "Not an admin")
    @ApiResponse(responseCode = "422", description = "No reason")
    ResponseEntity<Object> anchor(JsonBody body);
}
