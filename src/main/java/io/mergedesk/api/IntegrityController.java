package io.mergedesk.api;

import io.mergedesk.audit.AuditIntegrity;
import io.mergedesk.audit.CheckpointWriter;
import io.mergedesk.audit.Extent;
import io.mergedesk.audit.Verification;
import io.mergedesk.audit.VerificationOutcome;
import io.mergedesk.common.Role;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Violation;
import io.mergedesk.security.CurrentActor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Whether the trail is what was committed; for admins.
@RestController
@RequestMapping("/api/v1/audit")
class IntegrityController implements IntegrityDescription {

    /// Small chains are answered at once; a request waits no longer than that.
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final AuditIntegrity integrity;
    private final CheckpointWriter checkpoints;
    private final CurrentActor current;

    IntegrityController(
            AuditIntegrity integrity, CheckpointWriter checkpoints, CurrentActor current) {
        this.integrity = integrity;
        this.checkpoints = checkpoints;
        this.current = current;
    }

    @Override
    @GetMapping("/verify")
    public ResponseEntity<Object> verify(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String run,
            @RequestParam(defaultValue = "false") boolean deep) {
        var actor = current.require();
        if (run != null) {
            long number = QueryNumber.read("run", run, 0, 1, Long.MAX_VALUE);
            return integrity
                    .find(number, actor)
                    .map(this::answer)
                    .orElseGet(() ->
                            actor.is(Role.ADMIN)
                                    ? Problem.notFound("there is no run '" + run + "' any more")
                                            .answer()
                                    : forbidden());
        }
        return switch (integrity.verify(deep ? new Extent.Deep() : extent(from), actor)) {
            case VerificationOutcome.Started(var verification) -> answer(verification);
            case VerificationOutcome.NoSuchCheckpoint _ ->
                    Problem.badRequest(
                                    "from",
                                    "expected the place of a signed checkpoint, or last, got '"
                                            + from
                                            + "'")
                            .answer();
            case VerificationOutcome.Forbidden _ -> forbidden();
        };
    }

    @Override
    @PostMapping(path = "/checkpoints", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> anchor(JsonBody body) {
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(Set.of("reason"));
        var reason = sent.text("reason");
        if (reason.isEmpty() && violations.isEmpty()) {
            sent.refuse("reason", "expected why the checkpoints begin anew");
        }
        if (!violations.isEmpty()) {
            return Problem.invalid(List.copyOf(violations)).answer();
        }
        return checkpoints.anchor(reason.orElseThrow(), current.require())
                ? ResponseEntity.noContent().build()
                : forbidden();
    }

    private static Extent extent(@Nullable String from) {
        if (from == null) {
            return new Extent.Whole();
        }
        return from.equals("last")
                ? new Extent.SinceLast()
                : new Extent.FromCheckpoint(
                        new Sequence(QueryNumber.read("from", from, 0, 0, Long.MAX_VALUE)));
    }

    private ResponseEntity<Object> answer(Verification verification) {
        boolean done = verification.await(PATIENCE).isPresent();
        return ResponseEntity.status(done ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(IntegrityJson.of(verification, integrity.checkpointDamage()));
    }

    private static ResponseEntity<Object> forbidden() {
        return Problem.of(HttpStatus.FORBIDDEN, "Only admins look after the audit trail.").answer();
    }
}
