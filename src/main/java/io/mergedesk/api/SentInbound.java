package io.mergedesk.api;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.ChangeLog.Revised;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import io.mergedesk.sync.InboundReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/// Reads `{"type":"entity.updated","data":{"id":"…","type":"contacts","baseRevision":7,
/// "fields":{…}}}`: what another system sends.
@Component
final class SentInbound implements InboundReader {

    private final EntityService entities;
    private final TypeService types;

    SentInbound(EntityService entities, TypeService types) {
        this.entities = entities;
        this.types = types;
    }

    @Override
    public Read read(String body, Optional<Revised> seen, Actor actor) {
        try {
            return read(
                    JsonBodyReader.parse(body.getBytes(StandardCharsets.UTF_8)).root(),
                    seen,
                    actor);
        } catch (RejectedRequest e) {
            return wrong(e, Optional.empty());
        }
    }

    private Read read(ObjectNode root, Optional<Revised> seen, Actor actor) {
        var violations = new ArrayList<Violation>();
        if (!(root.get("data") instanceof ObjectNode data)) {
            return new Read.Wrong(
                    List.of(new Violation("data", "data: expected an object with type and fields")),
                    Optional.empty());
        }
        var sent = new SentObject(data, null, violations);
        var entity = sent.read("id", "the id of a record", SentInbound::entityId);
        var type = sent.read("type", "the name of a type", SentType::typeName).flatMap(types::find);
        var current = entity.flatMap(id -> entities.find(id, actor));
        if (type.isEmpty() && current.isPresent()) {
            type = types.find(current.get().type());
        }
        if (type.isEmpty() && violations.isEmpty()) {
            sent.refuse("type", "expected the name of a type");
        }
        var about = entity.map(id -> new Revised(id, base(data, id, seen, current)));
        if (!violations.isEmpty()) {
            return new Read.Wrong(violations, about);
        }
        try {
            return new Read.Understood(edit(root, data, type.orElseThrow(), about));
        } catch (RejectedRequest e) {
            return wrong(e, about);
        }
    }

    private static Edit edit(
            ObjectNode root, ObjectNode data, EntityType type, Optional<Revised> about) {
        if (about.isEmpty()) {
            return new Edit.Create(type.name(), patch(type, data));
        }
        var at = about.get();
        return root.path("type").asString("").endsWith("deleted")
                ? new Edit.Delete(at.entity(), at.revision())
                : new Edit.Update(at.entity(), at.revision(), patch(type, data));
    }

    /// Whoever does not say what they had seen has seen what was there when they first said it.
    private static Revision base(
            ObjectNode data, EntityId id, Optional<Revised> seen, Optional<Entity> current) {
        if (data.has("baseRevision") && data.get("baseRevision").isIntegralNumber()) {
            return new Revision(data.get("baseRevision").longValue());
        }
        return seen.filter(one -> one.entity().equals(id))
                .map(Revised::revision)
                .or(() -> current.map(Entity::revision))
                .orElse(Revision.NONE);
    }

    private static Patch patch(EntityType type, ObjectNode data) {
        var only = data.objectNode();
        if (data.has("fields")) {
            only.set("fields", data.get("fields"));
        }
        return SentEntity.read(type, new JsonBody(only, new byte[0]));
    }

    private static Read wrong(RejectedRequest rejected, Optional<Revised> about) {
        var problem = rejected.problem();
        return new Read.Wrong(
                problem.violations().isEmpty()
                        ? List.of(new Violation("body", problem.detail()))
                        : problem.violations(),
                about);
    }

    private static Optional<EntityId> entityId(String text) {
        try {
            return Optional.of(EntityId.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
