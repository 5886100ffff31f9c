package io.mergedesk.api;

import io.mergedesk.audit.AuditOutcome;
import io.mergedesk.audit.AuditService;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.transfer.AuditExport;
import io.mergedesk.transfer.AuditFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The audit trail: in pages, and as a file.
@RestController
@RequestMapping("/api/v1/audit")
class AuditController implements AuditDescription {

    private final AuditService audit;
    private final AuditExport export;
    private final CurrentActor current;

    AuditController(AuditService audit, AuditExport export, CurrentActor current) {
        this.audit = audit;
        this.export = export;
        this.current = current;
    }

    @Override
    @GetMapping
    public ResponseEntity<Object> page(@RequestParam MultiValueMap<String, String> sent) {
        var actor = current.require();
        var wanted = SentAuditQuery.read(sent);
        return switch (audit.page(wanted.query(), wanted.before(), wanted.limit(), actor)) {
            case AuditOutcome.Found(var page) -> ResponseEntity.ok(AuditListJson.of(page, wanted));
            case AuditOutcome.Forbidden _ -> forbidden().answer();
        };
    }

    @Override
    @GetMapping("/export")
    public void export(
            @RequestParam MultiValueMap<String, String> sent, HttpServletResponse response)
            throws IOException {
        var actor = current.require();
        if (!audit.mayRead(actor)) {
            throw forbidden().rejected();
        }
        var wanted = SentAuditQuery.read(sent);
        var format = format(Optional.ofNullable(sent.getFirst("format")).orElse("csv"));
        response.setContentType(format.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("audit." + format.extension())
                        .build()
                        .toString());
        export.write(wanted.query(), format, actor, response.getOutputStream());
    }

    private static AuditFormat format(String text) {
        return AuditFormat.parse(text)
                .orElseThrow(() ->
                        Problem.badRequest("format", "expected csv or jsonl, got '" + text + "'")
                                .rejected());
    }

    private static Problem forbidden() {
        return Problem.of(HttpStatus.FORBIDDEN, "Only admins read the audit trail.");
    }
}
