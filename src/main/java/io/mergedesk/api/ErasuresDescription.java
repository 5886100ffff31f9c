package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;

/// What the description of the API says about erasing and holding.
@Tag(name = "Audit", description = "What happened, and the proof that it did; for admins")
interface ErasuresDescription {

    @Operation(
            operationId = "eraseValues",
            summary = "Erase the values of a record from its history",
            description =
                    "The body is `{\"entityId\":\"…\",\"fields\":[\"phone\"],\"reason\":\"…\"}`; without"
                            + " `fields` all are erased. Every change stays, with who and when; its"
                            + " values read `{\"erased\":true}`, and the chain still verifies. Current"
                            + " values stay: clear them or delete the record first.")
    @ApiResponse(
            responseCode = "200",
            description = "Erased",
            content = @Content(schema = @Schema(implementation = ErasureJson.class)))
    @ApiResponse(responseCode = "403", description = "Not an admin")
    @ApiResponse(responseCode = "404", description = "No such record")
    @ApiResponse(responseCode = "409", description = "Under a legal hold, which is told")
    @ApiResponse(responseCode = "422", description = "No reason, or no such field")
    ResponseEntity<Object> erase(JsonBody body);

    @Operation(operationId = "listHolds", summary = "All legal holds, newest first")
    @ApiResponse(responseCode = "403", description = "Not an admin")
    ResponseEntity<Object> all();

    @Operation(
            operationId = "setHold",
            summary = "Hold the values of a record, or of a whole type",
            description =
                    "The body is `{\"entityId\":\"…\",\"reason\":\"…\"}` or `{\"type\":\"…\",\"reason\":\"…\"}`."
                            + " What is held is neither erased nor forgotten.")
    @ApiResponse(
            responseCode = "201",
            description = "Held",
            content = @Content(schema = @Schema(implementation = HoldJson.class)))
    @ApiResponse(responseCode = "403", description = "Not an admin")
    @ApiResponse(responseCode = "422", description = "No reason, or nothing to hold")
    ResponseEntity<Object> hold(JsonBody body);

    @Operation(operationId = "liftHold", summary = "Lift a legal hold")
    @ApiResponse(
            responseCode = "200",
            description = "Lifted; it stays in the list",
            content = @Content(schema = @Schema(implementation = HoldJson.class)))
    @ApiResponse(responseCode = "403", description = "Not an admin")
    @ApiResponse(responseCode = "404", description = "None that still holds")
    ResponseEntity<Object> lift(String id);
}
