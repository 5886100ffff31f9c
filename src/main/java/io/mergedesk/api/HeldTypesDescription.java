package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

/// What the description of the API says about types whose changes are held back.
@Tag(
        name = "Sync",
        description = "What other systems are told, and whether they took it; for admins")
@ApiResponse(responseCode = "403", description = "Not an admin")
interface HeldTypesDescription {

    @Operation(
            operationId = "listHeldTypes",
            summary = "Types whose changes are queued and not sent")
    Map<String, Object> heldTypes();

    @Operation(
            operationId = "setRealTimeSync",
            summary = "Send the changes of a type as they happen, or hold them back",
            description =
                    "`{\"realTimeSync\":false}`: changes are kept and queued, not sent; `true` catches up.")
    @ApiResponse(responseCode = "404", description = "No such type")
    Map<String, Object> realTimeSync(String type, JsonBody body);
}
