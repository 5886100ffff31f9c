package io.mergedesk.api;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.desk.HandleOutcome;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.ReopenOutcome;
import io.mergedesk.entities.ResolveOutcome;
import io.mergedesk.entities.Violation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What came of doing something about a conflict, as an answer over HTTP.
final class ResolveAnswer {

    private ResolveAnswer() {}

    /// The entity as it was decided, and the conflict's version for the next request.
    record ResolvedJson(String outcome, long conflictVersion, EntityJson entity) {}

    static ResponseEntity<Object> to(ConflictId id, ResolveOutcome outcome) {
        return switch (outcome) {
            case ResolveOutcome.Settled(var conflict, var entity) ->
                    done("settled", conflict, entity);
            case ResolveOutcome.Moved moved -> moved(moved).answer();
            case ResolveOutcome.Undecided(var entity, var fields) ->
                    Problem.invalid(undecided(entity, fields)).answer();
            case ResolveOutcome.Unfit(var expectations) ->
                    Problem.invalid(unfit(expectations)).answer();
            case ResolveOutcome.Refused(var violations) -> Problem.invalid(violations).answer();
            case ResolveOutcome.Overtaken(var conflict) -> overtaken(conflict).answer();
            case ResolveOutcome.Forbidden _ ->
                    forbidden(
                            "This conflict is not yours to decide: its policy sends it to the desk.");
            case ResolveOutcome.Missing _ -> missing(id.toString()).answer();
        };
    }

    static ResponseEntity<Object> to(ConflictId id, ReopenOutcome outcome) {
        return switch (outcome) {
            case ReopenOutcome.Reopened(var conflict, var entity, _) ->
                    done("reopened", conflict, entity);
            case ReopenOutcome.Refused(var violations) -> Problem.invalid(violations).answer();
            case ReopenOutcome.Overtaken(var conflict) -> overtaken(conflict).answer();
            case ReopenOutcome.Forbidden _ -> forbidden("This decision is not yours to take back.");
            case ReopenOutcome.Missing _ -> missing(id.toString()).answer();
        };
    }

    /// Why nothing was noted.
    static Problem to(ConflictId id, HandleOutcome outcome) {
        return switch (outcome) {
            case HandleOutcome.Handled _ ->
                    throw new IllegalArgumentException("expected a problem, got " + outcome);
            case HandleOutcome.Overtaken(var conflict) -> overtaken(conflict);
            case HandleOutcome.Refused(var violations) -> Problem.invalid(violations);
            case HandleOutcome.Forbidden _ ->
                    Problem.of(HttpStatus.FORBIDDEN, "Only supervisors keep the desk.");
            case HandleOutcome.Missing _ -> missing(id.toString());
        };
    }

    static Problem missing(String id) {
        return Problem.notFound("there is no conflict '" + id + "', or it is not yours to see");
    }

    private static ResponseEntity<Object> done(String outcome, Conflict conflict, Entity entity) {
        return ResponseEntity.ok()
                .eTag(RevisionHeader.etag(conflict.version()))
                .body(new ResolvedJson(outcome, conflict.version(), EntityJson.of(entity)));
    }

    private static ResponseEntity<Object> forbidden(String words) {
        return Problem.of(HttpStatus.FORBIDDEN, words).answer();
    }

    private static Problem moved(ResolveOutcome.Moved moved) {
        return Problem.named(
                        HttpStatus.CONFLICT,
                        "moved",
                        "Changed while you decided",
                        "The entity was changed since the revision you decided upon: look at what is"
                                + " asked again, and send it on revision "
                                + moved.now().seen().number()
                                + ".")
                .with("revision", moved.now().seen().number())
                .with("again", choices(moved.rebase().again()))
                .with("kept", choices(moved.rebase().decisions().fields()))
                .with("conflict", ConflictJson.of(moved.now()));
    }

    private static Map<String, Object> choices(SortedMap<FieldName, Choice> choices) {
        var json = new TreeMap<String, Object>();
        choices.forEach((field, choice) -> json.put(field.value(), ChoiceJson.of(choice)));
        return json;
    }

    private static Problem overtaken(Conflict conflict) {
        var settled = conflict.settlement();
        return Problem.named(
                        HttpStatus.PRECONDITION_FAILED,
                        "overtaken",
                        "Somebody was faster",
                        settled.map(one ->
                                        one.by()
                                                + " settled this conflict at "
                                                + one.at()
                                                + ". Nothing was done twice.")
                                .orElse(
                                        "Somebody handled this conflict since you read it: read"
                                                + " version "
                                                + conflict.version()
                                                + " and decide on that."))
                .with("version", conflict.version())
                .with("conflictStatus", conflict.isOpen() ? "open" : "settled")
                .with("settledBy", settled.map(one -> one.by().value()).orElse(null))
                .with("settledAt", settled.map(one -> one.at()).orElse(null));
    }

    private static List<Violation> undecided(boolean entity, Collection<FieldName> fields) {
        var violations = new ArrayList<Violation>();
        if (entity) {
            violations.add(new Violation("entity", "entity: expected keep or delete"));
        }
        fields.forEach(field ->
                violations.add(new Violation(field.value(), field + ": is still to be decided")));
        return violations;
    }

    private static List<Violation> unfit(SortedMap<FieldName, String> expectations) {
        var violations = new ArrayList<Violation>();
        expectations.forEach((field, expected) ->
                violations.add(new Violation(field.value(), field + ": expected " + expected)));
        return violations;
    }
}
