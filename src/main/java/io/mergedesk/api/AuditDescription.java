package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/// What the description of the API says about the audit trail.
@Tag(name = "Audit", description = "What happened: edits of records and all else; for admins")
interface AuditDescription {

    @AuditConditions
    @Operation(
            operationId = "listAudit",
            summary = "What happened, newest first",
            description =
                    "All conditions that are given have to be met. A page may have fewer items than"
                            + " `limit`, even none, and still a `nextCursor`: where matches are rare"
                            + " it tells how far it has looked. `changes` and `trail` say how far"
                            + " the index of each log is; younger items are found too.")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "From 1 to 500, usually 50")
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The `nextCursor` of the page before, with the same conditions")
    @ApiResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = AuditListJson.class)))
    @ApiResponse(responseCode = "400", description = "A parameter is not as expected")
    @ApiResponse(responseCode = "403", description = "You are no admin")
    ResponseEntity<Object> page(@Parameter(hidden = true) MultiValueMap<String, String> sent);

    @AuditConditions
    @Operation(
            operationId = "exportAudit",
            summary = "All of it as a file, while it is read",
            description =
                    "The same conditions. `csv` has one line for each changed field, and texts that"
                            + " a spreadsheet would run as a formula begin with an apostrophe;"
                            + " `jsonl` has one JSON object a line. The export is noted in the"
                            + " trail.")
    @Parameter(name = "format", in = ParameterIn.QUERY, description = "csv or jsonl")
    @ApiResponse(responseCode = "200", description = "The file")
    @ApiResponse(responseCode = "400", description = "A parameter is not as expected")
    @ApiResponse(responseCode = "403", description = "You are no admin")
    void export(
            @Parameter(hidden = true) MultiValueMap<String, String> sent,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException;
}
