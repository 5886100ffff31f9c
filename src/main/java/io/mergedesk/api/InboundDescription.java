package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;

/// What the description of the API says about what comes in.
@Tag(
        name = "Sync",
        description = "What other systems are told, and whether they took it; for admins")
interface InboundDescription {

    @SecurityRequirements
    @Operation(
            operationId = "takeInbound",
            summary = "Change a record from outside, signed",
            description =
                    """
                    The other way round of a webhook: signed as Standard Webhooks says, with the target's secret; the same \
                    `webhook-id` is done once. The body is `{"type":"entity.updated","data":{"id":"…","type":"contacts",\
                    "baseRevision":7,"fields":{…}}}`: without `id` a record is created, a `type` that ends with `deleted` \
                    deletes it. What others changed since `baseRevision` is merged, or parked as a conflict; without it \
                    the edit is one of what is there now; 0 is a record that was created on both sides. What is refused is kept whole, and named by `refusalId`, until an admin \
                    decides.\
                    """)
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "401", description = "The signature or its time is wrong")
    @ApiResponse(responseCode = "404", description = "No such webhook, or no such record")
    @ApiResponse(
            responseCode = "409",
            description = "Both changed the same: parked; or a unique value is taken: kept")
    @ApiResponse(
            responseCode = "422",
            description = "Not acceptable; each violation names its field")
    ResponseEntity<Object> take(
            String id, String messageId, String timestamp, String signature, JsonBody body);
}
