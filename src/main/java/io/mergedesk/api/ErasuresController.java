package io.mergedesk.api;

import io.mergedesk.audit.ErasureOutcome;
import io.mergedesk.audit.Erasures;
import io.mergedesk.audit.HoldId;
import io.mergedesk.audit.HoldOutcome;
import io.mergedesk.audit.Holds;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Violation;
import io.mergedesk.security.CurrentActor;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Erasing values from the history, and holding them; for admins.
@RestController
@RequestMapping("/api/v1/audit")
class ErasuresController implements ErasuresDescription {

    private final Erasures erasures;
    private final Holds holds;
    private final CurrentActor current;

    ErasuresController(Erasures erasures, Holds holds, CurrentActor current) {
        this.erasures = erasures;
        this.holds = holds;
        this.current = current;
    }

    @Override
    @PostMapping(path = "/erasures", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> erase(JsonBody body) {
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(Set.of("entityId", "fields", "reason"));
        var entity = entity(sent);
        if (entity.isEmpty() && violations.isEmpty()) {
            sent.refuse("entityId", "expected the id of a record");
        }
        var fields = new TreeSet<FieldName>();
        for (var name : sent.texts("fields")) {
            read(name, FieldName::new)
                    .ifPresentOrElse(
                            fields::add, () -> sent.refuse("fields", "expected names of fields"));
        }
        var reason = sent.text("reason").orElse("");
        if (!violations.isEmpty()) {
            return Problem.invalid(List.copyOf(violations)).answer();
        }
        var outcome = erasures.erase(entity.orElseThrow(), fields, reason, current.require());
        return switch (outcome) {
            case ErasureOutcome.Erased(var erasure, var left) ->
                    ResponseEntity.ok(ErasureJson.of(erasure, left));
            case ErasureOutcome.Held(var hold) ->
                    Problem.named(
                                    HttpStatus.CONFLICT,
                                    "held",
                                    "Under a legal hold",
                                    "A legal hold keeps these values: " + hold.reason())
                            .with("hold", HoldJson.of(hold))
                            .answer();
            case ErasureOutcome.Refused(var refused) -> Problem.invalid(refused).answer();
            case ErasureOutcome.Missing _ -> Problem.notFound("there is no such record").answer();
            case ErasureOutcome.Forbidden _ -> forbidden();
        };
    }

    @Override
    @GetMapping("/holds")
    public ResponseEntity<Object> all() {
        var actor = current.require();
        return actor.is(Role.ADMIN)
                ? ResponseEntity.ok(
                        new ListJson<>(holds.all(actor).stream().map(HoldJson::of).toList(), null))
                : forbidden();
    }

    @Override
    @PostMapping(path = "/holds", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> hold(JsonBody body) {
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(Set.of("entityId", "type", "reason"));
        var entity = entity(sent);
        var type = sent.read("type", "the name of a type", name -> read(name, TypeName::new));
        var reason = sent.text("reason").orElse("");
        if (entity.isPresent() == type.isPresent() && violations.isEmpty()) {
            sent.refuse("entityId", "expected either entityId or type");
        }
        if (!violations.isEmpty()) {
            return Problem.invalid(List.copyOf(violations)).answer();
        }
        var actor = current.require();
        return answer(
                entity.isPresent()
                        ? holds.hold(entity.get(), reason, actor)
                        : holds.hold(type.orElseThrow(), reason, actor),
                HttpStatus.CREATED);
    }

    @Override
    @DeleteMapping("/holds/{id}")
    public ResponseEntity<Object> lift(@PathVariable String id) {
        var hold = read(id, HoldId::parse);
        return hold.isEmpty()
                ? missing()
                : answer(holds.lift(hold.get(), current.require()), HttpStatus.OK);
    }

    private static ResponseEntity<Object> answer(HoldOutcome outcome, HttpStatus done) {
        return switch (outcome) {
            case HoldOutcome.Done(var hold) ->
                    ResponseEntity.status(done)
                            .location(URI.create("/api/v1/audit/holds/" + hold.id()))
                            .body(HoldJson.of(hold));
            case HoldOutcome.Refused(var violations) -> Problem.invalid(violations).answer();
            case HoldOutcome.Missing _ -> missing();
            case HoldOutcome.Forbidden _ -> forbidden();
        };
    }

    private static Optional<EntityId> entity(SentObject sent) {
        return sent.read("entityId", "the id of a record", id -> read(id, EntityId::parse));
    }

    private static <T> Optional<T> read(String text, Function<String, T> reader) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Object> missing() {
        return Problem.notFound("there is no such hold that still holds").answer();
    }

    private static ResponseEntity<Object> forbidden() {
        return Problem.of(HttpStatus.FORBIDDEN, "Only admins erase and hold.").answer();
    }
}
