package io.mergedesk.api;

import io.mergedesk.entities.TypeService;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.transfer.ExportFormat;
import io.mergedesk.transfer.Exports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Writes what a list shows as a file, page by page while it is sent.
@RestController
@Tag(name = "Import and export", description = "Many entities at once, as files")
class ExportController {

    private final Exports exports;
    private final TypeService types;
    private final CurrentActor current;

    ExportController(Exports exports, TypeService types, CurrentActor current) {
        this.exports = exports;
        this.types = types;
        this.current = current;
    }

    @Operation(
            summary = "Export entities as CSV or XLSX",
            description =
                    "`q`, `filter` and `sort` as in the list. The columns `id` and `revision` make"
                            + " an import of the file a three-way merge. Texts that a spreadsheet"
                            + " would run as a formula begin with an apostrophe, which an import"
                            + " takes away. `bom=true` begins a CSV file with a byte order mark.")
    @ApiResponse(responseCode = "200", description = "The file")
    @GetMapping("/api/v1/types/{type}/export")
    void send(
            @PathVariable String type,
            @Parameter(description = "csv or xlsx") @RequestParam(defaultValue = "csv")
                    String format,
            @RequestParam(defaultValue = "false") boolean bom,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var found =
                types.find(EntityPath.type(type))
                        .orElseThrow(() -> EntityPath.missingType(type).rejected());
        var wanted =
                ExportFormat.parse(format)
                        .orElseThrow(() ->
                                Problem.badRequest(
                                                "format",
                                                "expected csv or xlsx, got '" + format + "'")
                                        .rejected());
        var query = SentQuery.read(found, parameters).query();
        response.setContentType(wanted.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(Exports.fileName(found, wanted))
                        .build()
                        .toString());
        exports.write(query, wanted, bom, current.require(), response.getOutputStream());
    }
}
