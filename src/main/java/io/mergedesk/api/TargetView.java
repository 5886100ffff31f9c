package io.mergedesk.api;

import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetHealth.Health;
import io.mergedesk.sync.TargetJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A target as programs see it: its definition, and how it stands. Never its secret, but once.
final class TargetView {

    private TargetView() {}

    /// @param secret a new secret, which is shown this once
    static ObjectNode of(Target target, Health health, boolean rotating, @Nullable String secret) {
        var json = JsonMapper.shared().createObjectNode();
        json.put("id", target.id().number());
        json.setAll(TargetJson.tree(target.definition()));
        json.put("state", target.state().wireName());
        json.put("paused", !target.isActive());
        json.put("problem", target.problem().orElse(null));
        json.put("rotatingSecret", rotating);
        json.put("version", target.version());
        json.put("createdAt", target.createdAt().toString());
        json.put("createdBy", target.createdBy().value());
        json.put("online", !health.offline());
        json.put("nextTry", health.nextTry().map(Object::toString).orElse(null));
        json.put("running", health.running());
        if (secret != null) {
            json.put("secret", secret);
        }
        return json;
    }
}
