package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;

/// What the description of the API says about types.
@Tag(name = "Types", description = "What kinds of entities there are, and their fields")
interface TypesDescription {

    @Operation(operationId = "listTypes", summary = "All types, in the order to show")
    ListJson<TypeJson> all();

    @Operation(operationId = "readType", summary = "One type")
    @ApiResponse(
            responseCode = "200",
            description = "The type; `ETag` is its version",
            content = @Content(schema = @Schema(implementation = TypeJson.class)))
    ResponseEntity<Object> one(@Parameter(example = "contacts") String type);

    @Operation(
            operationId = "defineType",
            summary = "Define a type (admins)",
            description =
                    "Only `name` and `fields` are needed, and of each field `name` and `kind`;"
                            + " labels are derived from names. Kinds: text, long-text, number,"
                            + " money, date, date-time, yes-no, choice, choices, email, url,"
                            + " reference, person.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TypeJson.class),
                            examples =
                                    @ExampleObject(
                                            name = "Short",
                                            value =
                                                    """
                                                    {"name":"contacts","fields":[
                                                      {"name":"name","kind":"text","required":true},
                                                      {"name":"phone","kind":"text"},
                                                      {"name":"email","kind":"email","unique":true},
                                                      {"name":"stage","kind":"choice","choices":["New","Won","Lost"]}]}
                                                    """)))
    @ApiResponse(
            responseCode = "201",
            description = "Defined",
            content = @Content(schema = @Schema(implementation = TypeJson.class)))
    @ApiResponse(responseCode = "403", description = "Only admins define types")
    @ApiResponse(responseCode = "422", description = "Not acceptable; `errors` name the fields")
    ResponseEntity<Object> create(JsonBody body);

    @Operation(
            operationId = "changeType",
            summary = "Replace the definition of a type (admins)",
            description =
                    "Fields that are left out are removed: they take no values any more, and their"
                            + " history stays. Names and kinds of fields never change.")
    @RequiresIfMatch
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TypeJson.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The new definition",
            content = @Content(schema = @Schema(implementation = TypeJson.class)))
    @ApiResponse(responseCode = "403", description = "Only admins define types")
    @ApiResponse(responseCode = "412", description = "Another admin changed it; `current` has it")
    @ApiResponse(responseCode = "422", description = "Not acceptable; `errors` name the fields")
    ResponseEntity<Object> change(
            @Parameter(example = "contacts") String type, RevisionHeader version, JsonBody body);
}
