package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/// What the description of the API says about conflicts.
@Tag(
        name = "Conflicts",
        description =
                "Edits that met others: what waits, what was decided, and deciding it. Supervisors"
                        + " see those of all entities they see, others those of their own edits.")
interface ConflictsDescription {

    @Operation(
            operationId = "listConflicts",
            summary = "A list of conflicts",
            description =
                    "Go on with `cursor` = `nextCursor` until that is null. All conditions have to"
                            + " hold; people may be `me`.")
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"open", "settled", "automatic"},
                            defaultValue = "open"))
    @Parameter(
            name = "order",
            in = ParameterIn.QUERY,
            description = "`urgent` is by priority, then the oldest first",
            schema =
                    @Schema(
                            type = "string",
                            allowableValues = {"newest", "oldest", "urgent"},
                            defaultValue = "newest"))
    @Parameter(name = "type", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "entity", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "field", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "person",
            in = ParameterIn.QUERY,
            description = "On either side",
            schema = @Schema(type = "string"))
    @Parameter(name = "author", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "assignee",
            in = ParameterIn.QUERY,
            description = "An account name, `me` or `nobody`",
            schema = @Schema(type = "string"))
    @Parameter(name = "priority", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(name = "inspected", in = ParameterIn.QUERY, schema = @Schema(type = "boolean"))
    @Parameter(
            name = "age",
            in = ParameterIn.QUERY,
            description = "At least that old",
            example = "P1D",
            schema = @Schema(type = "string"))
    @Parameter(name = "origin", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    @Parameter(
            name = "batch",
            in = ParameterIn.QUERY,
            description = "Settled together, by one rule",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(type = "string"))
    ListJson<ConflictJson> list(@Parameter(hidden = true) MultiValueMap<String, String> parameters);

    @Operation(
            operationId = "readConflict",
            summary = "One conflict",
            description = "With all values as they are now; its `ETag` is its version.")
    ConflictJson one(String id);

    @Operation(
            operationId = "resolveConflict",
            summary = "Decide a conflict",
            description =
                    """
                    For each field `mine`, `theirs`, `base`, `both`, `{"value":…}` or, of a long text, \
                    `{"hunks":{"0":"mine"}}`. Fields of a group are decided as one. Where one side \
                    deleted what the other edited, `entity` says `keep` or `delete`. `revision` is the \
                    one that was decided upon. A settled conflict is overridden the same way.\
                    """)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples =
                                    @ExampleObject(
                                            """
                                            {"fields":{"phone":"mine"},"reason":"asked the customer","revision":13}\
                                            """)))
    @RequiresIfMatch
    @ApiResponse(
            responseCode = "200",
            description = "Written as a revision of its own",
            content = @Content(schema = @Schema(implementation = ResolveAnswer.ResolvedJson.class)))
    @ApiResponse(responseCode = "403", description = "Not yours to decide")
    @ApiResponse(
            responseCode = "409",
            description =
                    "The entity moved on: `again` is to be decided anew, `kept` still holds,"
                            + " `conflict` is how it stands, `revision` what to send")
    @ApiResponse(responseCode = "412", description = "Somebody was faster; nothing was done")
    @ApiResponse(
            responseCode = "422",
            description = "Not everything is decided, or not acceptable; `errors` name the fields")
    ResponseEntity<Object> resolve(String id, RevisionHeader version, JsonBody body);

    @Operation(
            operationId = "reopenConflict",
            summary = "Take a decision back",
            description =
                    "Fields that still hold what was decided get their values from before, and the"
                            + " conflict waits again.")
    @RequiresIfMatch
    @ApiResponse(
            responseCode = "200",
            description = "It waits again",
            content = @Content(schema = @Schema(implementation = ResolveAnswer.ResolvedJson.class)))
    @ApiResponse(responseCode = "403", description = "Not yours to take back")
    @ApiResponse(responseCode = "412", description = "It is open, or was handled meanwhile")
    @ApiResponse(responseCode = "422", description = "The values from before are not acceptable")
    ResponseEntity<Object> reopen(String id, RevisionHeader version);

    @Operation(
            operationId = "handleConflict",
            summary = "Assign, prioritise, inspect, note",
            description = "A merge patch for supervisors: `null` clears, what is not named stays.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ConflictJson.HandlingJson.class)))
    @RequiresIfMatch
    @ApiResponse(responseCode = "200", description = "The conflict as it is now")
    @ApiResponse(responseCode = "403", description = "Only supervisors keep the desk")
    @ApiResponse(responseCode = "412", description = "Somebody was faster")
    @ApiResponse(responseCode = "422", description = "Not acceptable; `errors` name what")
    ConflictJson handle(String id, RevisionHeader version, JsonBody body);

    @Operation(
            operationId = "settleConflicts",
            summary = "Decide many by a rule",
            description =
                    """
                    Rules: `newest`, `person` (with `person`), `sources` (with `sources`, the best \
                    first; usually ui, api, import), `merge` (once more with the policies of today). \
                    For the conflicts in `ids`, or all open ones that meet `filter` (as in the list). \
                    With `dryRun` nothing is written. Each is settled in a transaction of its own; \
                    `batchId` undoes all of them.\
                    """)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples =
                                    @ExampleObject(
                                            """
                                            {"rule":"newest","filter":{"type":"contacts"},"reason":"stale import","dryRun":true}\
                                            """)))
    @ApiResponse(
            responseCode = "200",
            description = "What was settled, or would be",
            content = @Content(schema = @Schema(implementation = BulkJson.class)))
    @ApiResponse(responseCode = "403", description = "Only supervisors decide many at once")
    @ApiResponse(responseCode = "422", description = "Not acceptable; `errors` name what")
    ResponseEntity<Object> bulk(JsonBody body);

    @Operation(
            operationId = "undoSettledConflicts",
            summary = "Take back what was settled together",
            description = "All of them wait again, but for those that were decided anew since.")
    @ApiResponse(responseCode = "200", description = "How many wait again, and how many do not")
    @ApiResponse(responseCode = "403", description = "Only supervisors decide many at once")
    ResponseEntity<Object> undo(String batch);
}
