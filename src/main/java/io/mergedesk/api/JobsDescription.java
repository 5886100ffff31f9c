package io.mergedesk.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the description of the API says about jobs.
@Tag(
        name = "Sync",
        description = "What other systems are told, and whether they took it; for admins")
@ApiResponse(responseCode = "403", description = "Not an admin")
interface JobsDescription {

    @Operation(
            operationId = "listJobs",
            summary = "Jobs, the newest first",
            description =
                    "`state` is `waiting`, `ready`, `running`, `done`, `dead` or `skipped`; `target` and"
                            + " `entity` are ids; `priority` is `critical`, `high`, `medium` or `low`: of"
                            + " the lane while a job is open, of its target once it is finished.")
    @ApiResponse(responseCode = "400", description = "Names the parameter and what was expected")
    ListJson<JobJson> list(
            @Nullable String state,
            @Nullable String target,
            @Nullable String entity,
            @Nullable String priority,
            @Nullable String cursor,
            @Nullable String limit);

    @Operation(operationId = "readJob", summary = "One job with its delivery log")
    @ApiResponse(responseCode = "404", description = "No such job")
    Map<String, Object> one(String id);

    @Operation(
            operationId = "retryJob",
            summary = "Deliver a finished job anew",
            description = "Under the same id, so a receiver that keeps ids takes it once.")
    JobJson retry(String id);

    @Operation(
            operationId = "retryJobWith",
            summary = "Send something else, and deliver the job anew",
            description = "The body of this request is sent in place of what the history says.")
    JobJson retryWith(String id, JsonBody body);

    @Operation(operationId = "skipJob", summary = "Let a job go undelivered")
    @ApiResponse(responseCode = "409", description = "Finished, or being delivered just now")
    JobJson skip(String id);

    @Operation(
            operationId = "retryJobs",
            summary = "Deliver many finished jobs anew",
            description =
                    "`{\"ids\":[…]}` names up to 500, `{\"filter\":{\"state\":\"dead\",\"target\":\"3\"}}` takes"
                            + " all that match: `state` is `dead`, `done` or `skipped`, and `target`,"
                            + " `entity` and `priority` narrow it. `change` is put over what each dead job"
                            + " last sent, as a merge patch. `\"dryRun\":true` only counts. It is done in"
                            + " batches: after an error, ask again for the rest.")
    @ApiResponse(responseCode = "422", description = "Not acceptable; `errors` name what")
    JobWorkJson retryMany(JsonBody body);

    @Operation(
            operationId = "skipJobs",
            summary = "Let many jobs go undelivered",
            description =
                    "As delivering many anew; `state` is `dead`, `waiting` or `ready`. Those being delivered"
                            + " just now are left out.")
    @ApiResponse(responseCode = "422", description = "Not acceptable; `errors` name what")
    JobWorkJson skipMany(JsonBody body);

    @Operation(
            operationId = "countJobs",
            summary = "How many jobs of each target stand how",
            description = "Of those that are done only those of the last day.")
    ListJson<Map<String, Object>> counts();
}
