package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Violation;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.sync.Answer;
import io.mergedesk.sync.JobService;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetHealth;
import io.mergedesk.sync.TargetId;
import io.mergedesk.sync.TargetOutcome;
import io.mergedesk.sync.TargetService;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Targets of the sync queue; for admins.
@RestController
@RequestMapping("/api/v1/sync")
class TargetsController implements TargetsDescription {

    static final String ADMINS_ONLY = "Only admins see to the sync queue.";

    private final TargetService targets;
    private final TargetHealth health;
    private final JobService jobs;
    private final CurrentActor current;

    TargetsController(
            TargetService targets, TargetHealth health, JobService jobs, CurrentActor current) {
        this.targets = targets;
        this.health = health;
        this.jobs = jobs;
        this.current = current;
    }

    @Override
    @GetMapping("/targets")
    public ListJson<ObjectNode> all() {
        return new ListJson<>(
                targets.all(admin()).stream().map(target -> view(target, null)).toList(), null);
    }

    @Override
    @GetMapping("/targets/{id}")
    public ResponseEntity<Object> one(@PathVariable String id) {
        return answer(find(id), HttpStatus.OK, null);
    }

    @Override
    @PostMapping(path = "/targets", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> create(JsonBody body) {
        var actor = admin();
        var sent = SentTarget.read(body, null);
        return answer(
                targets.create(sent.definition(), sent.secret(), sent.headers(), actor),
                HttpStatus.CREATED);
    }

    @Override
    @PatchMapping(
            path = "/targets/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, EntitiesController.MERGE_PATCH})
    public ResponseEntity<Object> change(
            @PathVariable String id, RevisionHeader version, JsonBody body) {
        var found = find(id);
        var sent = SentTarget.read(body, found.definition());
        if (sent.secret().isPresent()) {
            throw Problem.badRequest("secret", "expected it at POST /targets/{id}/secret")
                    .rejected();
        }
        return answer(
                targets.change(
                        found.id(), sent.definition(), sent.headers(), version(version), admin()),
                HttpStatus.OK);
    }

    @Override
    @DeleteMapping("/targets/{id}")
    public ResponseEntity<Object> remove(@PathVariable String id) {
        return answer(targets.remove(find(id).id(), admin()), HttpStatus.OK);
    }

    @Override
    @PostMapping("/targets/{id}/pause")
    public ResponseEntity<Object> pause(@PathVariable String id) {
        var found = find(id);
        return answer(targets.pause(found.id(), found.version(), admin()), HttpStatus.OK);
    }

    @Override
    @PostMapping("/targets/{id}/resume")
    public ResponseEntity<Object> resume(@PathVariable String id) {
        var found = find(id);
        return answer(targets.resume(found.id(), found.version(), admin()), HttpStatus.OK);
    }

    @Override
    @PostMapping("/targets/{id}/secret")
    public ResponseEntity<Object> rotate(@PathVariable String id) {
        return answer(targets.rotate(find(id).id(), Optional.empty(), admin()), HttpStatus.OK);
    }

    @Override
    @DeleteMapping("/targets/{id}/secret/previous")
    public ResponseEntity<Object> dropPrevious(@PathVariable String id) {
        return answer(targets.dropPrevious(find(id).id(), admin()), HttpStatus.OK);
    }

    @Override
    @PostMapping("/targets/{id}/test")
    public Map<String, Object> test(@PathVariable String id) {
        var answer = health.test(find(id).id(), admin()).orElseThrow();
        var told = new LinkedHashMap<String, Object>();
        told.put("taken", answer instanceof Answer.Taken);
        told.put("status", answer.exchange().status());
        told.put("answer", answer.exchange().answer());
        told.put("problem", Answer.problemOf(answer));
        told.put("millis", answer.exchange().took().toMillis());
        return told;
    }

    @Override
    @PostMapping(path = "/targets/{id}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Map<String, Object> replay(@PathVariable String id, JsonBody body) {
        var found = find(id);
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(Set.of("after", "until"));
        long after = sequence(sent, "after", 0);
        long until = sequence(sent, "until", Long.MAX_VALUE);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        int queued = jobs.replay(found.id(), new Sequence(after), new Sequence(until), admin());
        return Map.of("queued", queued);
    }

    private static long sequence(SentObject sent, String property, long otherwise) {
        return sent.value(property)
                .map(value -> {
                    if (value.isIntegralNumber() && value.longValue() >= 0) {
                        return value.longValue();
                    }
                    sent.refuse(property, "expected a sequence of the feed, 0 or more");
                    return otherwise;
                })
                .orElse(otherwise);
    }

    private Actor admin() {
        return Admins.require(current, ADMINS_ONLY);
    }

    private Target find(String id) {
        var actor = admin();
        try {
            var found = targets.find(new TargetId(Integer.parseInt(id)), actor);
            return found.orElseThrow(() -> missing().rejected());
        } catch (IllegalArgumentException _) {
            throw missing().rejected();
        }
    }

    private static Problem missing() {
        return Problem.notFound("there is no such target");
    }

    private static int version(RevisionHeader header) {
        return (int) Math.min(header.number(), Integer.MAX_VALUE);
    }

    private ResponseEntity<Object> answer(TargetOutcome outcome, HttpStatus done) {
        return switch (outcome) {
            case TargetOutcome.Saved(var target, var secret) ->
                    answer(target, done, secret.orElse(null));
            case TargetOutcome.Refused(var violations) -> Problem.invalid(violations).answer();
            case TargetOutcome.Stale(var now) ->
                    Problem.named(
                                    HttpStatus.PRECONDITION_FAILED,
                                    "stale",
                                    "Changed meanwhile",
                                    "Somebody else changed this target since you read it.")
                            .with("current", view(now, null))
                            .answer();
            case TargetOutcome.Forbidden _ ->
                    Problem.of(HttpStatus.FORBIDDEN, ADMINS_ONLY).answer();
            case TargetOutcome.Missing _ -> missing().answer();
        };
    }

    private ResponseEntity<Object> answer(
            Target target, HttpStatus status, @Nullable String secret) {
        return ResponseEntity.status(status)
                .location(URI.create("/api/v1/sync/targets/" + target.id()))
                .eTag(RevisionHeader.etag(target.version()))
                .body(view(target, secret));
    }

    private ObjectNode view(Target target, @Nullable String secret) {
        return TargetView.of(
                target, health.of(target.id()), targets.isRotating(target.id()), secret);
    }
}
