package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/// What the description of the API says about targets.
@Tag(
        name = "Sync",
        description = "What other systems are told, and whether they took it; for admins")
@ApiResponse(responseCode = "403", description = "Not an admin")
interface TargetsDescription {

    @Operation(operationId = "listTargets", summary = "All targets by name, with their health")
    ListJson<ObjectNode> all();

    @Operation(operationId = "readTarget", summary = "One target")
    @ApiResponse(responseCode = "404", description = "No such target")
    ResponseEntity<Object> one(String id);

    @Operation(
            operationId = "createTarget",
            summary = "Add a target",
            description =
                    """
                    `{"name":"Shop","kind":"webhook","url":"https://shop.example/hook","events":["entity:*"],\
                    "types":["contacts"],"fields":[],"priority":"medium","retry":{"initialDelay":"PT5S",\
                    "maxDelay":"PT10H","maxAttempts":20},"allowPrivateAddress":false,"coalesce":false,\
                    "concurrency":8}`; only `name`, `kind` and `url` are needed. A webhook without `secret` gets a \
                    new one, which is answered this once. A `rest` target has `rest`: `{"create":{"method":"POST",\
                    "path":"/contacts"},"update":{"method":"PUT","path":"/contacts/{id}"},"delete":{…},\
                    "names":{"phone":"phone_no"},"headers":{…},"conditional":true}`; its `secret` is sent as \
                    `Authorization`. Values of `headers` are kept encrypted and never answered: `(kept)` stands in \
                    their place, and keeps them when it is sent back, as `null` or leaving `headers` out does.\
                    """)
    @ApiResponse(responseCode = "201", description = "Added; changes from now on are sent")
    @ApiResponse(
            responseCode = "422",
            description = "Not acceptable; each violation names its property")
    ResponseEntity<Object> create(JsonBody body);

    @RequiresIfMatch
    @Operation(
            operationId = "changeTarget",
            summary = "Change a target",
            description = "A merge patch of what creating one takes, but for `kind` and `secret`.")
    @ApiResponse(responseCode = "412", description = "Somebody else changed it since")
    @ApiResponse(
            responseCode = "422",
            description = "Not acceptable; each violation names its property")
    ResponseEntity<Object> change(String id, RevisionHeader version, JsonBody body);

    @Operation(
            operationId = "removeTarget",
            summary = "Remove a target, and what was still to be sent to it")
    ResponseEntity<Object> remove(String id);

    @Operation(operationId = "pauseTarget", summary = "Send nothing for now, and keep queueing")
    ResponseEntity<Object> pause(String id);

    @Operation(
            operationId = "resumeTarget",
            summary = "Send again, also what is queued, at once",
            description = "Also for a target that was disabled as it answered 410.")
    ResponseEntity<Object> resume(String id);

    @Operation(
            operationId = "rotateTargetSecret",
            summary = "Make a new secret",
            description =
                    "It is answered this once. The one before signs beside it until it is dropped.")
    ResponseEntity<Object> rotate(String id);

    @Operation(
            operationId = "dropPreviousTargetSecret",
            summary = "Sign with the newest secret alone")
    ResponseEntity<Object> dropPrevious(String id);

    @Operation(
            operationId = "testTarget",
            summary = "Send a test event",
            description = "A REST target is only asked whether somebody listens.")
    Map<String, Object> test(String id);

    @Operation(
            operationId = "replayToTarget",
            summary = "Queue what a target has missed",
            description =
                    "`{\"after\":1200,\"until\":1300}`: changes of the feed in between for which it has no"
                            + " job, as far as it wants them; both may be left out.")
    Map<String, Object> replay(String id, JsonBody body);
}
