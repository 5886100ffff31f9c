package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Violation;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.sync.TargetService;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Types whose changes are queued and not sent; for admins.
@RestController
@RequestMapping("/api/v1/sync/types")
class HeldTypesController implements HeldTypesDescription {

    private final TargetService targets;
    private final CurrentActor current;

    HeldTypesController(TargetService targets, CurrentActor current) {
        this.targets = targets;
        this.current = current;
    }

    @Override
    @PutMapping(path = "/{type}", consumes = MediaType.APPLICATION_JSON_VALUE)
    public Map<String, Object> realTimeSync(@PathVariable String type, JsonBody body) {
        var violations = new ArrayList<Violation>();
        var sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(Set.of("realTimeSync"));
        boolean on = sent.flag("realTimeSync");
        if (sent.value("realTimeSync").isEmpty()) {
            sent.refuse("realTimeSync", "expected true or false");
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        var name = SentType.typeName(type);
        if (name.isEmpty() || !targets.setRealTimeSync(name.get(), on, admin())) {
            throw Problem.notFound("there is no type " + type).rejected();
        }
        return Map.of("type", type, "realTimeSync", on);
    }

    @Override
    @GetMapping
    public Map<String, Object> heldTypes() {
        admin();
        return Map.of("held", targets.heldTypes().stream().map(TypeName::value).sorted().toList());
    }

    private Actor admin() {
        return Admins.require(current, TargetsController.ADMINS_ONLY);
    }
}
