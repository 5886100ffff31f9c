package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.entities.Violation;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.sync.Refusal;
import io.mergedesk.sync.RefusalId;
import io.mergedesk.sync.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// What other systems sent and was not taken; for admins.
@RestController
@RequestMapping("/api/v1/sync/refusals")
class RefusalsController implements RefusalsDescription {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 500;

    private final Refusals refusals;
    private final CurrentActor current;

    RefusalsController(Refusals refusals, CurrentActor current) {
        this.refusals = refusals;
        this.current = current;
    }

    @Override
    @GetMapping
    public ListJson<RefusalJson> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        var actor = admin();
        int most = (int) QueryNumber.read("limit", limit, USUAL_LIMIT, 1, MOST);
        boolean open =
                switch (state == null ? "open" : state) {
                    case "open" -> true;
                    case "ended" -> false;
                    default ->
                            throw Problem.badRequest("state", "expected open or ended").rejected();
                };
        var page = refusals.page(open, before(cursor), most, actor);
        return new ListJson<>(
                page.stream().map(RefusalJson::of).toList(),
                page.size() < most ? null : page.getLast().id().toString());
    }

    @Override
    @GetMapping("/{id}")
    public RefusalJson one(@PathVariable String id) {
        return RefusalJson.of(find(id, admin()));
    }

    @Override
    @PostMapping("/{id}/take")
    public ResponseEntity<Object> take(@PathVariable String id, JsonBody body) {
        var actor = admin();
        var found = find(id, actor);
        var sent = body.root().get("body");
        if (sent != null && !(sent instanceof ObjectNode)) {
            throw Problem.invalid(List.of(new Violation("body", "body: expected a JSON object")))
                    .rejected();
        }
        return refusals.take(found.id(), Optional.ofNullable(sent).map(Object::toString), actor)
                .map(ArrivalAnswer::to)
                .orElseThrow(() -> missing().rejected());
    }

    @Override
    @PostMapping("/{id}/dismiss")
    public RefusalJson dismiss(@PathVariable String id, JsonBody body) {
        var actor = admin();
        var found = find(id, actor);
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        var reason = sent.text("reason").orElse("");
        if (reason.length() > Refusals.LONGEST_REASON) {
            sent.refuse("reason", "expected at most " + Refusals.LONGEST_REASON + " characters");
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        if (!refusals.dismiss(found.id(), reason, actor)) {
            throw Problem.named(
                            HttpStatus.CONFLICT,
                            "decided",
                            "Decided before",
                            "Somebody has decided on it already.")
                    .rejected();
        }
        return RefusalJson.of(find(id, actor));
    }

    private static Optional<RefusalId> before(@Nullable String cursor) {
        try {
            return Optional.ofNullable(cursor).map(RefusalId::parse);
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest("cursor", "expected a nextCursor").rejected();
        }
    }

    private Refusal find(String id, Actor actor) {
        try {
            return refusals.find(RefusalId.parse(id), actor)
                    .orElseThrow(() -> missing().rejected());
        } catch (IllegalArgumentException _) {
            throw missing().rejected();
        }
    }

    private static Problem missing() {
        return Problem.notFound("there is no such refusal");
    }

    private Actor admin() {
        return Admins.require(current, TargetsController.ADMINS_ONLY);
    }
}
