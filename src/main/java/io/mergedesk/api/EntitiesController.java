package io.mergedesk.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import io.mergedesk.security.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Entities: lists, and the edits of one, all through the one write path.
@RestController
@RequestMapping("/api/v1")
class EntitiesController implements EntitiesDescription {

    static final String MERGE_PATCH = "application/merge-patch+json";

    private static final String KEY = "Idempotency-Key";

    private final TypeService types;
    private final EntityService entities;
    private final CurrentActor current;

    /// Of which type entities are, which never changes.
    private final Cache<EntityId, TypeName> typeNames =
            Caffeine.newBuilder().maximumSize(100_000).build();

    EntitiesController(TypeService types, EntityService entities, CurrentActor current) {
        this.types = types;
        this.entities = entities;
        this.current = current;
    }

    @Override
    @GetMapping("/types/{type}/entities")
    public ListJson<EntityJson> list(
            @PathVariable String type, @RequestParam MultiValueMap<String, String> parameters) {
        var sent = SentQuery.read(type(type), parameters);
        var page = entities.page(sent.query(), current.require());
        return new ListJson<>(
                page.items().stream().map(EntityJson::of).toList(),
                page.next().map(sent::encode).orElse(null));
    }

    @Override
    @PostMapping(path = "/types/{type}/entities", consumes = MediaType.APPLICATION_JSON_VALUE)
    public ResponseEntity<Object> create(
            @PathVariable String type,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            JsonBody body) {
        var found = type(type);
        var edit = new Edit.Create(found.name(), SentEntity.read(found, body));
        return SaveAnswer.toCreation(entities.save(edit, author(current.require(), key)));
    }

    @Override
    @GetMapping("/entities/{id}")
    public ResponseEntity<Object> one(@PathVariable String id) {
        var entity = visible(id, current.require());
        return entity.deleted()
                ? SaveAnswer.gone(entity, entity.updatedBy(), entity.updatedAt()).answer()
                : ResponseEntity.ok(EntityJson.of(entity));
    }

    @Override
    @PatchMapping(
            path = "/entities/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MERGE_PATCH})
    public ResponseEntity<Object> change(
            @PathVariable String id,
            RevisionHeader base,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String park,
            JsonBody body) {
        var author = SentMeeting.read(author(current.require(), key), strategy, park);
        var patch = patch(id, author.actor(), body);
        var edit = new Edit.Update(EntityPath.entity(id), new Revision(base.number()), patch);
        return SaveAnswer.to(entities.save(edit, author));
    }

    @Override
    @DeleteMapping("/entities/{id}")
    public ResponseEntity<Object> delete(
            @PathVariable String id,
            RevisionHeader base,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String park) {
        var edit = new Edit.Delete(EntityPath.entity(id), new Revision(base.number()));
        var author = SentMeeting.read(author(current.require(), key), strategy, park);
        return SaveAnswer.to(entities.save(edit, author));
    }

    @Override
    @PostMapping("/entities/{id}/restore")
    public ResponseEntity<Object> restore(
            @PathVariable String id,
            @RequestHeader(name = KEY, required = false) @Nullable String key) {
        var edit = new Edit.Restore(EntityPath.entity(id));
        return SaveAnswer.to(entities.save(edit, author(current.require(), key)));
    }

    private EntityType type(String name) {
        return types.find(EntityPath.type(name))
                .orElseThrow(() -> EntityPath.missingType(name).rejected());
    }

    /// Read by the type of the entity, mostly without the entity, which the write path locks and
    /// checks anyway.
    private Patch patch(String id, Actor actor, JsonBody body) {
        var name = typeNames.get(EntityPath.entity(id), _ -> visible(id, actor).type());
        try {
            return SentEntity.read(type(name.value()), body);
        } catch (RejectedRequest refusal) {
            // names the fields of the type: nothing for those who may not see the entity
            visible(id, actor);
            throw refusal;
        }
    }

    private Entity visible(String id, Actor actor) {
        return entities.find(EntityPath.entity(id), actor)
                .orElseThrow(() -> EntityPath.missing(id).rejected());
    }

    private static Author author(Actor actor, @Nullable String key) {
        var author = Author.of(actor, Origin.API);
        if (key == null) {
            return author;
        }
        if (!key.matches("[!-~]{1,200}")) {
            throw Problem.badRequest(KEY, "expected 1 to 200 visible ASCII characters").rejected();
        }
        return author.withKey(key);
    }
}
