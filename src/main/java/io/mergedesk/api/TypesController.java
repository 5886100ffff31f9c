package io.mergedesk.api;

import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.TypeService;
import io.mergedesk.security.CurrentActor;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Entity types: everybody reads them, admins define them.
@RestController
@RequestMapping("/api/v1/types")
class TypesController implements TypesDescription {

    private final TypeService types;
    private final CurrentActor current;

    TypesController(TypeService types, CurrentActor current) {
        this.types = types;
        this.current = current;
    }

    @Override
    @GetMapping
    public ListJson<TypeJson> all() {
        return new ListJson<>(types.all().stream().map(TypeJson::of).toList(), null);
    }

    @Override
    @GetMapping("/{type}")
    public ResponseEntity<Object> one(@PathVariable String type) {
        return types.find(EntityPath.type(type))
                .map(TypesController::shown)
                .orElseGet(() -> EntityPath.missingType(type).answer());
    }

    @Override
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> create(JsonBody body) {
        var outcome = types.create(SentType.read(body), current.require());
        return outcome instanceof TypeOutcome.Saved(var type)
                ? ResponseEntity.created(URI.create("/api/v1/types/" + type.name()))
                        .eTag(RevisionHeader.etag(type.version()))
                        .body(TypeJson.of(type))
                : answer(outcome);
    }

    @Override
    @PutMapping(path = "/{type}", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> change(
            @PathVariable String type, RevisionHeader version, JsonBody body) {
        var found = types.find(EntityPath.type(type));
        if (found.isEmpty()) {
            return EntityPath.missingType(type).answer();
        }
        var definition = SentType.read(body, found.get().definition());
        int number = (int) Math.min(version.number(), Integer.MAX_VALUE);
        return answer(types.change(definition, number, current.require()));
    }

    private static ResponseEntity<Object> answer(TypeOutcome outcome) {
        return switch (outcome) {
            case TypeOutcome.Saved(var type) -> shown(type);
            case TypeOutcome.Refused(var violations) -> Problem.invalid(violations).answer();
            case TypeOutcome.Stale(var type) ->
                    Problem.named(
                                    HttpStatus.PRECONDITION_FAILED,
                                    "stale-type",
                                    "Changed meanwhile",
                                    "Another admin changed this type since you read it: read"
                                            + " version "
                                            + type.version()
                                            + " and change that.")
                            .with("current", TypeJson.of(type))
                            .with("savedBy", type.saved().map(one -> one.by().value()).orElse(null))
                            .with("savedAt", type.saved().map(EntityType.Saved::at).orElse(null))
                            .answer();
            case TypeOutcome.Forbidden _ ->
                    Problem.of(HttpStatus.FORBIDDEN, "Only admins define types.").answer();
            case TypeOutcome.Missing _ -> Problem.notFound("there is no such type").answer();
        };
    }

    private static ResponseEntity<Object> shown(EntityType type) {
        return ResponseEntity.ok()
                .eTag(RevisionHeader.etag(type.version()))
                .body(TypeJson.of(type));
    }
}
