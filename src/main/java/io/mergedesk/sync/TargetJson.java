package io.mergedesk.sync;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.events.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A target's definition as the JSON that is stored; the API shows the same.
public final class TargetJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private TargetJson() {}

    public static String write(TargetDefinition target) {
        return tree(target).toString();
    }

    /// The same as a tree.
    public static ObjectNode tree(TargetDefinition target) {
        var json = MAPPER.createObjectNode();
        json.put("name", target.name());
        json.put("kind", target.kind().wireName());
        json.put("url", target.url().toString());
        var events = json.putArray("events");
        target.events().stream().map(Pattern::text).sorted().forEach(events::add);
        var types = json.putArray("types");
        target.types().stream().map(TypeName::toString).sorted().forEach(types::add);
        var fields = json.putArray("fields");
        target.fields().forEach(field -> fields.add(field.value()));
        json.put("priority", target.priority().wireName());
        var retry = json.putObject("retry");
        retry.put("initialDelay", target.retry().initialDelay().toString());
        retry.put("maxDelay", target.retry().maxDelay().toString());
        retry.put("maxAttempts", target.retry().maxAttempts());
        json.put("allowPrivateAddress", target.allowPrivateAddress());
        json.put("coalesce", target.coalesce());
        json.put("concurrency", target.concurrency());
        if (target.kind() == TargetKind.REST) {
            write(target.rest(), json.putObject("rest"));
        }
        return json;
    }

    private static void write(RestMapping rest, ObjectNode json) {
        write(rest.create(), "create", json);
        write(rest.update(), "update", json);
        write(rest.delete(), "delete", json);
        var names = json.putObject("names");
        rest.names().forEach((field, name) -> names.put(field.value(), name));
        var headers = json.putObject("headers");
        rest.headers().stream().sorted().forEach(name -> headers.put(name, HeaderValues.KEPT));
        json.put("conditional", rest.conditional());
    }

    private static void write(Optional<RestMapping.Request> request, String name, ObjectNode json) {
        request.ifPresent(
                one -> json.putObject(name).put("method", one.method()).put("path", one.path()));
    }

    /// @param text as [#write] wrote it
    public static TargetDefinition read(String text) {
        var json = MAPPER.readTree(text);
        var retry = json.get("retry");
        return new TargetDefinition(
                json.get("name").asString(),
                TargetKind.parse(json.get("kind").asString()).orElseThrow(),
                URI.create(json.get("url").asString()),
                new LinkedHashSet<>(list(json.get("events"), Pattern::new)),
                new LinkedHashSet<>(list(json.get("types"), TypeName::new)),
                list(json.get("fields"), FieldName::new),
                Priority.parse(json.get("priority").asString()).orElseThrow(),
                new RetryPolicy(
                        Duration.parse(retry.get("initialDelay").asString()),
                        Duration.parse(retry.get("maxDelay").asString()),
                        retry.get("maxAttempts").asInt()),
                json.get("allowPrivateAddress").asBoolean(),
                json.get("coalesce").asBoolean(),
                json.get("concurrency").asInt(),
                json.has("rest") ? rest(json.get("rest")) : RestMapping.NONE);
    }

    private static RestMapping rest(JsonNode json) {
        var names = new LinkedHashMap<FieldName, String>();
        json.get("names")
                .properties()
                .forEach(one -> names.put(new FieldName(one.getKey()), one.getValue().asString()));
        return new RestMapping(
                request(json, "create"),
                request(json, "update"),
                request(json, "delete"),
                names,
                Set.copyOf(json.get("headers").propertyNames()),
                json.get("conditional").asBoolean());
    }

    private static Optional<RestMapping.Request> request(JsonNode json, String name) {
        return json.has(name)
                ? Optional.of(
                        new RestMapping.Request(
                                json.get(name).get("method").asString(),
                                json.get(name).get("path").asString()))
                : Optional.empty();
    }

    private static <T> List<T> list(JsonNode json, Function<String, T> read) {
        var all = new ArrayList<T>();
        json.forEach(one -> all.add(read.apply(one.asString())));
        return all;
    }
}
