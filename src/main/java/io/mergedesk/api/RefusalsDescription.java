package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// What the description of the API says about what came in and was not taken.
@Tag(
        name = "Sync",
        description = "What other systems are told, and whether they took it; for admins")
@ApiResponse(responseCode = "403", description = "Not an admin")
interface RefusalsDescription {

    @Operation(
            operationId = "listRefusals",
            summary = "What other systems sent and was not taken, the newest first",
            description = "`state` is `open` (the default) or `ended`.")
    ListJson<RefusalJson> list(
            @Nullable String state, @Nullable String cursor, @Nullable String limit);

    @Operation(operationId = "readRefusal", summary = "One of them, with the whole of what came")
    @ApiResponse(responseCode = "404", description = "No such refusal")
    RefusalJson one(String id);

    @Operation(
            operationId = "takeRefusal",
            summary = "Take it after all",
            description =
                    "`{}` takes what came, `{\"body\":{…}}` something else in place of it; either is the edit of the"
                            + " system that sent it, and is done once.")
    @ApiResponse(responseCode = "200", description = "Taken")
    @ApiResponse(responseCode = "409", description = "Still taken by another, parked, or decided")
    @ApiResponse(responseCode = "422", description = "Still not acceptable")
    ResponseEntity<Object> take(String id, JsonBody body);

    @Operation(
            operationId = "dismissRefusal",
            summary = "Decide that it is not wanted",
            description =
                    "`{\"reason\":\"…\"}`; it stays to be looked at among those that are ended.")
    @ApiResponse(responseCode = "409", description = "Somebody has decided already")
    RefusalJson dismiss(String id, JsonBody body);
}
