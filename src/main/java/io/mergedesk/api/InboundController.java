package io.mergedesk.api;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import io.mergedesk.sync.Inbound;
import io.mergedesk.sync.TargetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Changes of other systems, signed as webhooks are; the signature is all the proof that is asked.
@RestController
@RequestMapping("/api/v1/sync/inbound")
class InboundController implements InboundDescription {

    private static final int LONGEST_ID = 150;

    private final Inbound inbound;
    private final EntityService entities;
    private final TypeService types;

    InboundController(Inbound inbound, EntityService entities, TypeService types) {
        this.inbound = inbound;
        this.entities = entities;
        this.types = types;
    }

    @Override
    @PostMapping("/{id}")
    public ResponseEntity<Object> take(
            @PathVariable String id,
            @RequestHeader(name = "webhook-id", defaultValue = "") String messageId,
            @RequestHeader(name = "webhook-timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "webhook-signature", defaultValue = "") String signature,
            JsonBody body) {
        var checked =
                target(id)
                        .flatMap(target ->
                                inbound.check(
                                        target, messageId, timestamp, signature, body.bytes()))
                        .orElseThrow(() -> Problem.notFound("there is no such webhook").rejected());
        if (checked.problem().isPresent()) {
            return Problem.of(HttpStatus.UNAUTHORIZED, checked.problem().get()).answer();
        }
        if (messageId.length() > LONGEST_ID) {
            return Problem.badRequest("webhook-id", "expected at most 150 characters").answer();
        }
        var edit = edit(body.root(), checked.author().actor());
        var outcome = entities.save(edit, checked.author());
        return edit instanceof Edit.Create
                ? SaveAnswer.toCreation(outcome)
                : SaveAnswer.to(outcome);
    }

    private Edit edit(ObjectNode root, Actor actor) {
        var violations = new ArrayList<Violation>();
        if (!(root.get("data") instanceof ObjectNode data)) {
            throw Problem.invalid(
                            List.of(
                                    new Violation(
                                            "data",
                                            "data: expected an object with type and fields")))
                    .rejected();
        }
        var sent = new SentObject(data, null, violations);
        var entity = sent.read("id", "the id of a record", InboundController::entityId);
        var type = sent.read("type", "the name of a type", SentType::typeName).flatMap(types::find);
        var current = entity.flatMap(id -> entities.find(id, actor));
        if (type.isEmpty() && current.isPresent()) {
            type = types.find(current.get().type());
        }
        if (type.isEmpty() && violations.isEmpty()) {
            sent.refuse("type", "expected the name of a type");
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        if (entity.isEmpty()) {
            return new Edit.Create(type.orElseThrow().name(), patch(type.orElseThrow(), data));
        }
        // whoever does not say what they had seen has seen what is there
        var base =
                data.has("baseRevision") && data.get("baseRevision").isIntegralNumber()
                        ? new Revision(data.get("baseRevision").longValue())
                        : current.map(one -> one.revision()).orElse(Revision.NONE);
        return root.path("type").asString("").endsWith("deleted")
                ? new Edit.Delete(entity.get(), base)
                : new Edit.Update(entity.get(), base, patch(type.orElseThrow(), data));
    }

    private static Patch patch(EntityType type, ObjectNode data) {
        var only = data.objectNode();
        if (data.has("fields")) {
            only.set("fields", data.get("fields"));
        }
        return SentEntity.read(type, new JsonBody(only, new byte[0]));
    }

    private static Optional<EntityId> entityId(String text) {
        try {
            return Optional.of(EntityId.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<TargetId> target(String id) {
        try {
            return Optional.of(new TargetId(Integer.parseInt(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
