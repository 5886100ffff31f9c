package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;

/// What the description of the API says about entities.
@Tag(name = "Entities", description = "Shared records: find, read, create, change, delete, restore")
interface EntitiesDescription {

    String KEY =
            "Chosen by you, up to 200 visible characters. The same request with the same key again is"
                    + " answered as the first time and changes nothing.";

    @Operation(
            operationId = "listEntities",
            summary = "A list of entities",
            description =
                    """
                    Go on with `cursor` = `nextCursor` until that is null; entities that others move or \
                    add meanwhile make no gaps.

                    A filter is `field:operator:value`, in short `field:value` for equality, and \
                    `field:empty` or `field:present`. Operators: `eq`, `ne`, `lt`, `lte`, `gt`, `gte`, \
                    `starts`, `empty`, `present`. Several filters all have to hold. Texts compare \
                    without letter case and accents. A value that begins with letters and a colon \
                    needs the operator: `website:eq:https://example.org`.\
                    """)
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words; each must begin a word of the entity's texts",
            example = "ana lyon",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "filter",
            in = ParameterIn.QUERY,
            description = "May be given several times",
            example = "city:Lyon",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "A field or `updatedAt`, with `-` for descending; usually `-updatedAt`",
            example = "name",
            schema = @Schema(type = "string"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "`nextCursor` of the page before, with the same q, filter and sort",
            schema = @Schema(type = "string"))
    ListJson<EntityJson> list(
            @Parameter(example = "contacts") String type,
            @Parameter(hidden = true) MultiValueMap<String, String> parameters);

    @Operation(operationId = "createEntity", summary = "Create an entity")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples =
                                    @ExampleObject(
                                            """
                                            {"fields":{"name":"Ana Novak","phone":"555 0101"}}\
                                            """)))
    @ApiResponse(
            responseCode = "201",
            description = "Created",
            headers = {
                @Header(name = "Location", description = "Where it is"),
                @Header(name = "ETag", description = "Its revision")
            },
            content = @Content(schema = @Schema(implementation = SavedJson.class)))
    @ApiResponse(
            responseCode = "409",
            description =
                    "Another entity has a value that must be unique; `errors` name the field and, as"
                            + " `heldBy`, that entity")
    @ApiResponse(responseCode = "422", description = "Not acceptable; `errors` name the fields")
    ResponseEntity<Object> create(
            @Parameter(example = "contacts") String type,
            @Parameter(description = KEY) @Nullable String key,
            JsonBody body);

    @Operation(operationId = "readEntity", summary = "One entity")
    @ApiResponse(
            responseCode = "200",
            description = "The entity; `ETag` is its revision",
            content = @Content(schema = @Schema(implementation = EntityJson.class)))
    @ApiResponse(responseCode = "410", description = "Deleted: by whom and when")
    ResponseEntity<Object> one(String id);

    @Operation(
            operationId = "changeEntity",
            summary = "Change an entity",
            description =
                    "JSON Merge Patch: fields that are not named stay, null clears. An older"
                            + " revision in `If-Match` is no error: where others changed other"
                            + " fields since, the edit is merged and says so; where they"
                            + " changed the same ones, the whole edit is kept as a conflict that"
                            + " waits for a decision, the entity stays as it is, and 409 has all"
                            + " three values of each.")
    @RequiresIfMatch
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = EntitiesController.MERGE_PATCH,
                        schema = @Schema(type = "object"),
                        examples =
                                @ExampleObject(
                                        """
                                        {"fields":{"phone":"555 0102","notes":null}}\
                                        """)),
                @Content(mediaType = "application/json", schema = @Schema(type = "object"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "Written: `applied`, or `merged` with which fields and whose",
            headers = @Header(name = "ETag", description = "The new revision"),
            content = @Content(schema = @Schema(implementation = SavedJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Others changed the same fields; the edit waits for a decision",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem"),
                            examples =
                                    @ExampleObject(
                                            """
                                            {"type":"urn:mergedesk:problem:contested","title":"Changed by others","status":409,
                                             "detail":"Others changed the same fields since you read this: phone by ben. …",
                                             "conflictId":"…","revision":14,"entity":{"id":"…","revision":14},
                                             "fields":[{"field":"phone","base":"1","theirs":"2","mine":"3",
                                                        "theirsBy":"ben","theirsAt":"2026-01-31T09:30:00Z"}]}\
                                            """)))
    @ApiResponse(responseCode = "410", description = "Deleted: by whom and when")
    @ApiResponse(responseCode = "422", description = "Not acceptable; `errors` name the fields")
    ResponseEntity<Object> change(
            String id,
            RevisionHeader base,
            @Parameter(description = KEY) @Nullable String key,
            @Parameter(description = SentMeeting.STRATEGY, example = "manual")
                    @Nullable String strategy,
            @Parameter(description = SentMeeting.PARK) @Nullable String park,
            JsonBody body);

    @Operation(
            operationId = "deleteEntity",
            summary = "Delete an entity",
            description = "Its history stays, and it can be restored.")
    @RequiresIfMatch
    @ApiResponse(
            responseCode = "200",
            description = "Deleted",
            content = @Content(schema = @Schema(implementation = SavedJson.class)))
    @ApiResponse(
            responseCode = "409",
            description = "Others changed it since; the deletion waits for a decision")
    @ApiResponse(responseCode = "410", description = "Deleted already: by whom and when")
    ResponseEntity<Object> delete(
            String id,
            RevisionHeader base,
            @Parameter(description = KEY) @Nullable String key,
            @Parameter(description = SentMeeting.STRATEGY, example = "manual")
                    @Nullable String strategy,
            @Parameter(description = SentMeeting.PARK) @Nullable String park);

    @Operation(operationId = "restoreEntity", summary = "Bring a deleted entity back as it was")
    @ApiResponse(
            responseCode = "200",
            description = "Restored; one that was not deleted stays as it is",
            content = @Content(schema = @Schema(implementation = SavedJson.class)))
    ResponseEntity<Object> restore(String id, @Parameter(description = KEY) @Nullable String key);
}
