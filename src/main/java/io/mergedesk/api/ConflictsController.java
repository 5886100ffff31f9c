package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Origin;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.desk.Bulk;
import io.mergedesk.desk.BulkOutcome;
import io.mergedesk.desk.BulkWatch;
import io.mergedesk.desk.ConflictCursor;
import io.mergedesk.desk.Desk;
import io.mergedesk.desk.HandleOutcome;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.security.CurrentActor;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Conflicts: lists, one with all its values, deciding it, and many by a rule.
@RestController
@RequestMapping("/api/v1/conflicts")
class ConflictsController implements ConflictsDescription {

    private final Desk desk;
    private final Bulk bulk;
    private final Conflicts conflicts;
    private final CurrentActor current;

    ConflictsController(Desk desk, Bulk bulk, Conflicts conflicts, CurrentActor current) {
        this.desk = desk;
        this.bulk = bulk;
        this.conflicts = conflicts;
        this.current = current;
    }

    @Override
    @GetMapping
    public ListJson<ConflictJson> list(@RequestParam MultiValueMap<String, String> parameters) {
        var actor = current.require();
        var page = desk.page(SentConflictQuery.read(parameters, actor.id()), actor);
        return new ListJson<>(
                page.items().stream()
                        .flatMap(one -> conflicts.find(one.id(), actor).stream())
                        .map(ConflictJson::of)
                        .toList(),
                page.next().map(ConflictCursor::encode).orElse(null));
    }

    @Override
    @GetMapping("/{id}")
    public ConflictJson one(@PathVariable String id) {
        return ConflictJson.of(visible(id, current.require()));
    }

    @Override
    @PostMapping(path = "/{id}/resolution", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> resolve(
            @PathVariable String id, RevisionHeader version, JsonBody body) {
        var actor = current.require();
        var now = visible(id, actor);
        var sent = SentResolution.read(now.type(), body);
        var outcome =
                conflicts.resolve(
                        now.conflict().id(),
                        version.number(),
                        sent.revision().orElse(now.seen()),
                        sent.decisions(),
                        sent.reason(),
                        author(actor));
        return ResolveAnswer.to(now.conflict().id(), outcome);
    }

    @Override
    @PostMapping("/{id}/reopen")
    public ResponseEntity<Object> reopen(@PathVariable String id, RevisionHeader version) {
        var conflict = conflict(id);
        return ResolveAnswer.to(
                conflict, conflicts.reopen(conflict, version.number(), author(current.require())));
    }

    @Override
    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, EntitiesController.MERGE_PATCH})
    public ConflictJson handle(@PathVariable String id, RevisionHeader version, JsonBody body) {
        var actor = current.require();
        Conflict found = visible(id, actor).conflict();
        var handling = SentHandling.read(found.handling(), body);
        var outcome = desk.handle(found.id(), version.number(), handling, actor);
        if (!(outcome instanceof HandleOutcome.Handled)) {
            throw ResolveAnswer.to(found.id(), outcome).rejected();
        }
        return ConflictJson.of(visible(id, actor));
    }

    @Override
    @PostMapping(path = "/bulk", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> bulk(JsonBody body) {
        var author = author(current.require());
        var sent = SentBulk.read(body, author.actor().id());
        return answer(
                sent.dryRun()
                        ? bulk.dryRun(sent.request(), author, BulkWatch.NONE)
                        : bulk.run(sent.request(), author, BulkWatch.NONE),
                sent.dryRun());
    }

    @Override
    @PostMapping("/bulk/{batch}/undo")
    public ResponseEntity<Object> undo(@PathVariable String batch) {
        return answer(bulk.undo(batch(batch), author(current.require()), BulkWatch.NONE), false);
    }

    private static ResponseEntity<Object> answer(BulkOutcome outcome, boolean dryRun) {
        return switch (outcome) {
            case BulkOutcome.Applied(var report) -> ResponseEntity.ok(BulkJson.of(report, dryRun));
            case BulkOutcome.Undone(var reopened, var kept) ->
                    ResponseEntity.ok(Map.of("reopened", reopened, "kept", kept));
            case BulkOutcome.Forbidden _ ->
                    Problem.of(
                                    HttpStatus.FORBIDDEN,
                                    "Only supervisors decide many conflicts at once.")
                            .answer();
        };
    }

    private ConflictNow visible(String id, Actor actor) {
        return conflicts
                .find(conflict(id), actor)
                .orElseThrow(() -> ResolveAnswer.missing(id).rejected());
    }

    private static ConflictId conflict(String id) {
        try {
            return ConflictId.parse(id);
        } catch (IllegalArgumentException _) {
            throw ResolveAnswer.missing(id).rejected();
        }
    }

    private static BatchId batch(String id) {
        try {
            return new BatchId(EntityId.parse(id).value());
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("there is no batch '" + id + "'").rejected();
        }
    }

    private static Author author(Actor actor) {
        return Author.of(actor, Origin.API);
    }
}
