package io.mergedesk.api;

import io.mergedesk.security.CurrentActor;
import io.mergedesk.transfer.ImportFile;
import io.mergedesk.transfer.ImportOutcome;
import io.mergedesk.transfer.ImportWatch;
import io.mergedesk.transfer.Imports;
import io.mergedesk.transfer.UnreadableFileException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Takes CSV files. The body is spooled to a temporary file, so that its size costs no memory.
@RestController
@Tag(name = "Import and export", description = "Many entities at once, as files")
class ImportController {

    private final Imports imports;
    private final ImportPlanReader plans;
    private final CurrentActor current;
    private final DataSize largest;

    ImportController(
            Imports imports,
            ImportPlanReader plans,
            CurrentActor current,
            @Value("${mergedesk.import.max-size:200MB}") DataSize largest) {
        this.imports = imports;
        this.plans = plans;
        this.current = current;
        this.largest = largest;
    }

    @Operation(
            summary = "Import a CSV file",
            description =
                    "Encoding, delimiter, decimal and date forms are found by looking. Columns go to"
                            + " the fields of their name or label; `id` and `revision`, as an export"
                            + " writes them, make it a three-way merge. An empty cell clears its"
                            + " field. All rows are one batch, which can be undone.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "200",
            description = "What became of the rows; `errors` name line, column and expectation",
            content = @Content(schema = @Schema(implementation = ImportJson.class)))
    @PostMapping(
            path = "/api/v1/types/{type}/import",
            consumes = {"text/csv", "text/plain", "application/octet-stream"})
    ResponseEntity<Object> take(
            @PathVariable String type,
            @Parameter(description = "Check and match every row, and write nothing")
                    @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Rows whose value of this field is known change that entity")
                    @RequestParam(required = false)
                    @Nullable String key,
            @Parameter(description = "Make a missing type, and missing fields, of guessed kinds")
                    @RequestParam(defaultValue = "false")
                    boolean create,
            @Parameter(
                            description =
                                    "JSON object of column to field; null leaves a column out",
                            example = "{\"Tel.\":\"phone\",\"Fax\":null}")
                    @RequestParam(required = false)
                    @Nullable String mapping,
            @Parameter(description = "What people know the batch by")
                    @RequestParam(defaultValue = "API import")
                    String label,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        var actor = current.require();
        var name = EntityPath.type(type);
        var spool = Files.createTempFile("mergedesk-import-", ".csv");
        try {
            spool(request.getInputStream(), spool);
            var file = ImportFile.read(label, spool);
            var plan = plans.read(name, file, create, key, mapping, actor);
            return answer(
                    dryRun
                            ? imports.dryRun(file, plan, actor, ImportWatch.NOBODY)
                            : imports.run(file, plan, actor, ImportWatch.NOBODY, _ -> {}));
        } catch (UnreadableFileException e) {
            throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()))
                    .rejected();
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private void spool(InputStream body, Path spool) throws IOException {
        try (var out = Files.newOutputStream(spool)) {
            var piece = new byte[1 << 16];
            long length = 0;
            for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
                length += read;
                if (length > largest.toBytes()) {
                    throw Problem.of(
                                    HttpStatus.CONTENT_TOO_LARGE,
                                    "The file is too large: expected at most "
                                            + largest.toMegabytes()
                                            + " MB")
                            .rejected();
                }
                out.write(piece, 0, read);
            }
        }
    }

    private static ResponseEntity<Object> answer(ImportOutcome outcome) throws IOException {
        return switch (outcome) {
            case ImportOutcome.Finished(var report) -> {
                if (report.errorFile().isPresent()) {
                    Files.deleteIfExists(report.errorFile().get());
                }
                yield ResponseEntity.ok(ImportJson.of(report));
            }
            case ImportOutcome.Stopped _ ->
                    Problem.of(HttpStatus.CONFLICT, "The check was stopped. Nothing was written.")
                            .answer();
            case ImportOutcome.Refused(var violations) -> Problem.invalid(violations).answer();
            case ImportOutcome.Forbidden _ ->
                    Problem.of(HttpStatus.FORBIDDEN, "Only admins add types and fields.").answer();
            case ImportOutcome.Missing _ -> Problem.notFound("there is no such type").answer();
        };
    }
}
