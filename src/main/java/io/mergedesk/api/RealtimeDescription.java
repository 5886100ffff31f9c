package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;

/// What the description of the API says about connections.
@Tag(
        name = "Realtime",
        description =
                "Programs that stay connected (the WebSocket at `/api/v1/realtime`), who they are,"
                        + " and links to the gateways of others")
interface RealtimeDescription {

    @Operation(
            operationId = "listConnections",
            summary = "The clients that are connected to this server, and how they are")
    @ApiResponse(responseCode = "403", description = "Not an admin")
    ListJson<ClientJson> connections();

    @Operation(
            operationId = "closeConnection",
            summary = "Close a connection",
            description =
                    "With the code 4000. Its program may come again: to keep it out, disable the"
                            + " person or revoke the token.")
    @ApiResponse(responseCode = "204", description = "Closed")
    @ApiResponse(responseCode = "403", description = "Not an admin")
    ResponseEntity<Object> close(String person, String client);

    @Operation(operationId = "listLinks", summary = "The links of this site, and how they are")
    @ApiResponse(responseCode = "403", description = "Not an admin")
    ListJson<LinkJson> links();

    @Operation(
            operationId = "createLink",
            summary = "Listen to the gateway of another Mergedesk",
            description =
                    "`token` is one of an account over there; it is kept encrypted and never shown."
                            + " The link hears of what happens from now on, or of everything that"
                            + " ever has, and comes back by itself where it was.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples =
                                    @ExampleObject(
                                            """
                                            {"name":"Lyon","url":"https://lyon.example.org","token":"…","fromBeginning":false,"allowPrivateAddress":false}\
                                            """)))
    @ApiResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = LinkJson.class)))
    @ApiResponse(responseCode = "403", description = "Not an admin")
    @ApiResponse(responseCode = "422", description = "Not acceptable; `errors` name the fields")
    ResponseEntity<Object> create(JsonBody body);

    @Operation(operationId = "pauseLink", summary = "Let a link down until it is resumed")
    @ApiResponse(
            responseCode = "200",
            description = "Paused",
            content = @Content(schema = @Schema(implementation = LinkJson.class)))
    @ApiResponse(responseCode = "403", description = "Not an admin")
    ResponseEntity<Object> pause(String id);

    @Operation(operationId = "resumeLink", summary = "Let a paused link come up where it was")
    @ApiResponse(
            responseCode = "200",
            description = "Resumed",
            content = @Content(schema = @Schema(implementation = LinkJson.class)))
    @ApiResponse(responseCode = "403", description = "Not an admin")
    ResponseEntity<Object> resume(String id);

    @Operation(operationId = "tryLink", summary = "Try now to connect a link that rests")
    @ApiResponse(
            responseCode = "200",
            description = "Tried",
            content = @Content(schema = @Schema(implementation = LinkJson.class)))
    @ApiResponse(responseCode = "403", description = "Not an admin")
    ResponseEntity<Object> tryNow(String id);

    @Operation(operationId = "removeLink", summary = "Remove a link")
    @ApiResponse(responseCode = "204", description = "Removed")
    @ApiResponse(responseCode = "403", description = "Not an admin")
    ResponseEntity<Object> remove(String id);
}
