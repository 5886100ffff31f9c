package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Describes the header that a [RevisionHeader] is read from.
@Parameter(
        name = "If-Match",
        schema = @Schema(type = "string"),
        in = ParameterIn.HEADER,
        required = true,
        description =
                "The `ETag` of what was read: the revision of an entity, the version of a type",
        example = "\"13\"")
@ApiResponse(responseCode = "428", description = "`If-Match` is missing")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface RequiresIfMatch {}
