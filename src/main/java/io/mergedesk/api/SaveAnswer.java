package io.mergedesk.api;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.ContestedField;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Violation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What came of an edit, as an answer over HTTP.
final class SaveAnswer {

    private SaveAnswer() {}

    /// The answer to a change of an entity that was there.
    static ResponseEntity<Object> to(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Applied(var entity) -> written(entity, SavedJson.applied(entity));
            case SaveOutcome.Merged(var entity, var theirs) ->
                    written(entity, SavedJson.merged(entity, theirs));
            case SaveOutcome.Parked _,
                    SaveOutcome.Contested _,
                    SaveOutcome.Refused _,
                    SaveOutcome.Gone _,
                    SaveOutcome.Missing _ ->
                    problem(outcome).answer();
        };
    }

    /// Why nothing was written.
    ///
    /// @throws IllegalArgumentException where something was
    static Problem problem(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Parked(var current, var conflict, var fields) ->
                    parked(current, conflict, fields);
            case SaveOutcome.Contested(var current, var fields) ->
                    contested(
                                    current,
                                    fields,
                                    "Nothing was written; decide, and send it again on revision "
                                            + current.revision().number()
                                            + ".")
                            .with("conflictId", null);
            case SaveOutcome.Refused(var violations, var taken) when taken.isEmpty() ->
                    Problem.invalid(violations);
            case SaveOutcome.Refused(var violations, var taken) -> taken(violations, taken);
            case SaveOutcome.Gone(var entity, var by, var at) -> gone(entity, by, at);
            case SaveOutcome.Missing(var id) -> EntityPath.missing(id.toString());
            case SaveOutcome.Applied _, SaveOutcome.Merged _ ->
                    throw new IllegalArgumentException("expected a refusal, got " + outcome);
        };
    }

    /// The answer to a new entity.
    static ResponseEntity<Object> toCreation(SaveOutcome outcome) {
        return outcome instanceof SaveOutcome.Applied(var entity)
                ? ResponseEntity.created(URI.create("/api/v1/entities/" + entity.id()))
                        .eTag(RevisionHeader.etag(entity.revision().number()))
                        .body(SavedJson.applied(entity))
                : to(outcome);
    }

    /// Deleted: who and when.
    static Problem gone(Entity entity, UserId by, Instant at) {
        return Problem.named(
                        HttpStatus.GONE,
                        "deleted",
                        "Deleted",
                        by + " deleted this at " + at + ". It can be restored.")
                .with("entityId", entity.id().value())
                .with("entityType", entity.type().value())
                .with("revision", entity.revision().number())
                .with("deletedBy", by.value())
                .with("deletedAt", at);
    }

    /// Another entity has a value that must be unique.
    ///
    /// @param heldBy which one; null where the person does not see it
    private record TakenJson(String field, String message, @Nullable UUID heldBy) {}

    private static Problem taken(
            List<Violation> violations, SortedMap<FieldName, Optional<EntityId>> taken) {
        var errors =
                violations.stream()
                        .map(one -> new TakenJson(one.field(), one.message(), holder(one, taken)))
                        .toList();
        return Problem.named(
                        HttpStatus.CONFLICT,
                        "taken",
                        "Taken by another",
                        violations.getFirst().message() + ". Nothing was written.")
                .with("errors", errors);
    }

    private static @Nullable UUID holder(
            Violation violation, SortedMap<FieldName, Optional<EntityId>> taken) {
        return taken.entrySet().stream()
                .filter(one -> one.getKey().value().equals(violation.field()))
                .flatMap(one -> one.getValue().stream())
                .map(EntityId::value)
                .findFirst()
                .orElse(null);
    }

    private static ResponseEntity<Object> written(Entity entity, SavedJson body) {
        return ResponseEntity.ok().eTag(RevisionHeader.etag(entity.revision().number())).body(body);
    }

    /// Safe, and said so: the whole edit waits for a decision.
    private static Problem parked(Entity current, Conflict conflict, List<ContestedField> fields) {
        return contested(
                        current,
                        fields,
                        "Your edit is kept and waits for a decision: /api/v1/conflicts/"
                                + conflict.id())
                .with("conflictId", conflict.id().value());
    }

    private static Problem contested(Entity current, List<ContestedField> fields, String whatNow) {
        return Problem.named(
                        HttpStatus.CONFLICT,
                        "contested",
                        "Changed by others",
                        whatHappened(current, fields) + ". " + whatNow)
                .with("fields", fields.stream().map(ContestJson::of).toList())
                .with("revision", current.revision().number())
                .with("entity", EntityJson.of(current));
    }

    private static String whatHappened(Entity current, List<ContestedField> fields) {
        return current.deleted()
                ? current.updatedBy() + " deleted this since you read it"
                : "Others changed the same fields since you read this: "
                        + fields.stream()
                                .map(field -> field.field() + " by " + field.theirsBy())
                                .collect(Collectors.joining(", "));
    }
}
