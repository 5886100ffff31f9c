package io.mergedesk.api;

import io.mergedesk.common.BatchId;
import io.mergedesk.entities.BatchUndo;
import io.mergedesk.entities.Batches;
import io.mergedesk.security.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Imports as batches: what was done, and undoing it.
@RestController
@Tag(name = "Import and export", description = "Many entities at once, as files")
class ImportBatchController {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final Batches batches;
    private final CurrentActor current;
    private final InstantSource clock;

    ImportBatchController(Batches batches, CurrentActor current, InstantSource clock) {
        this.batches = batches;
        this.current = current;
        this.clock = clock;
    }

    @Operation(
            summary = "The latest batches",
            description = "Your own; supervisors and admins see everybody's.")
    @GetMapping("/api/v1/batches")
    ListJson<ImportJson.BatchJson> latest(@RequestParam(required = false) @Nullable String limit) {
        int most = QueryNumber.limit(limit, USUAL, MOST);
        return new ListJson<>(
                batches.latest(current.require(), most).stream()
                        .map(batch -> ImportJson.BatchJson.of(batch, clock.instant()))
                        .toList(),
                null);
    }

    @Operation(
            summary = "Undo a batch",
            description =
                    "Deletes what it made and brings old values back, as audited edits. What"
                            + " somebody changed since is kept, and told.")
    @ApiResponse(responseCode = "200", description = "Undone, but for what is kept")
    @ApiResponse(responseCode = "409", description = "Still at work, or nothing to undo")
    @PostMapping("/api/v1/batches/{id}/undo")
    ResponseEntity<Object> undo(@PathVariable String id) {
        return switch (batches.undo(batch(id), current.require(), _ -> {})) {
            case BatchUndo.Undone undone ->
                    ResponseEntity.ok(ImportJson.UndoJson.of(undone, clock.instant()));
            case BatchUndo.NotNow(var batch) ->
                    Problem.of(
                                    HttpStatus.CONFLICT,
                                    "This batch is "
                                            + batch.state().wireName()
                                            + ": there is nothing to undo now.")
                            .with("batch", ImportJson.BatchJson.of(batch, clock.instant()))
                            .answer();
            case BatchUndo.Forbidden _ ->
                    Problem.of(
                                    HttpStatus.FORBIDDEN,
                                    "Only who started a batch, and admins, undo it.")
                            .answer();
            case BatchUndo.Missing _ -> missing(id).answer();
        };
    }

    private static BatchId batch(String id) {
        try {
            return new BatchId(UUID.fromString(id));
        } catch (IllegalArgumentException _) {
            throw missing(id).rejected();
        }
    }

    private static Problem missing(String id) {
        return Problem.notFound("there is no batch '" + id + "', or it is not yours to see");
    }
}
