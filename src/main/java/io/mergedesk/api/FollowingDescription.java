package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/// What the description of the API says about following.
@Tag(
        name = "Following",
        description =
                "How much you are told of an entity. What concerns you is told in any case: that you"
                        + " were overruled, that an edit of yours waits, that you are to decide a"
                        + " conflict or are named in its note")
interface FollowingDescription {

    @Operation(
            operationId = "listFollowing",
            summary = "All that you follow or mute, and may see; at most 1,000, on one page")
    ListJson<FollowingJson> all();

    @Operation(
            operationId = "readFollowing",
            summary = "Whether you follow or mute an entity, or neither (`usual`)")
    @ApiResponse(responseCode = "200", description = "How much you are told of it")
    FollowingJson read(String id);

    @Operation(
            operationId = "changeFollowing",
            summary = "Follow or mute an entity",
            description =
                    "`follow`: you are told in one notice what others have changed since you last saw"
                            + " it. `mute`: nothing but what concerns you. `usual` is as good as"
                            + " deleting.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            examples = @ExampleObject("{\"attention\": \"follow\"}")))
    @ApiResponse(responseCode = "200", description = "So it is now")
    @ApiResponse(responseCode = "422", description = "No such attention, or too many entities")
    FollowingJson change(String id, JsonBody body);

    @Operation(
            operationId = "deleteFollowing",
            summary = "Neither follow nor mute an entity any longer")
    @ApiResponse(responseCode = "204", description = "So it is now")
    void delete(String id);
}
