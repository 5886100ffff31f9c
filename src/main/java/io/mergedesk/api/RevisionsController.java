package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.EntityService;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.sync.EditStatuses;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The history of one entity, newest first; of deleted ones too.
@RestController
@RequestMapping("/api/v1/entities/{id}")
class RevisionsController implements RevisionsDescription {

    private static final int USUAL_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    private final EntityService entities;
    private final EditStatuses edits;
    private final CurrentActor current;

    RevisionsController(EntityService entities, EditStatuses edits, CurrentActor current) {
        this.entities = entities;
        this.edits = edits;
        this.current = current;
    }

    private record Page(EntityId entity, Actor actor, List<Change> changes, boolean more) {

        @Nullable String next() {
            return more ? Long.toString(changes.getLast().revision().number()) : null;
        }
    }

    @Override
    @GetMapping("/revisions")
    public ListJson<RevisionJson> revisions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var page = page(id, limit, cursor);
        if (page.changes().isEmpty()) {
            return new ListJson<>(List.of(), null);
        }
        var newest = page.changes().getFirst().revision();
        var entity = entities.at(page.entity(), newest, page.actor()).orElseThrow();
        var synced =
                edits.of(page.entity(), page.changes().stream().map(Change::revision).toList());
        return new ListJson<>(RevisionJson.backwards(entity, page.changes(), synced), page.next());
    }

    @Override
    @GetMapping("/revisions/{number}")
    public ResponseEntity<Object> revision(@PathVariable String id, @PathVariable String number) {
        var revision = EntityPath.revision(number);
        var actor = current.require();
        var entity = visible(id, actor);
        return entities.at(entity, revision, actor)
                .map(found ->
                        ResponseEntity.ok()
                                .eTag(RevisionHeader.etag(revision.number()))
                                .<Object>body(EntityJson.of(found)))
                .orElseGet(() -> EntityPath.missingRevision(number).answer());
    }

    @Override
    @GetMapping("/changes")
    public ListJson<ChangeJson> changes(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var page = page(id, limit, cursor);
        return new ListJson<>(page.changes().stream().map(ChangeJson::of).toList(), page.next());
    }

    private Page page(String id, @Nullable String limit, @Nullable String cursor) {
        int most = QueryNumber.limit(limit, USUAL_LIMIT, MAX_LIMIT);
        long before = QueryNumber.read("cursor", cursor, Long.MAX_VALUE, 1, Long.MAX_VALUE);
        var actor = current.require();
        var entity = visible(id, actor);
        var found = entities.changesOf(entity, new Revision(before), most + 1, actor);
        boolean more = found.size() > most;
        return new Page(entity, actor, more ? found.subList(0, most) : found, more);
    }

    private EntityId visible(String id, Actor actor) {
        var entity = EntityPath.entity(id);
        if (entities.find(entity, actor).isEmpty()) {
            throw EntityPath.missing(id).rejected();
        }
        return entity;
    }
}
