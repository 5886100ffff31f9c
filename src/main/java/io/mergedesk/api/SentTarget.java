package io.mergedesk.api;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Violation;
import io.mergedesk.events.Pattern;
import io.mergedesk.sync.RetryPolicy;
import io.mergedesk.sync.TargetDefinition;
import io.mergedesk.sync.TargetKind;
import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads a target's definition. Only `name`, `kind` and `url` are needed for a new one; a change is
/// a merge patch, where what is not named stays.
final class SentTarget {

    private static final Set<String> PROPERTIES =
            Set.of(
                    "name",
                    "kind",
                    "url",
                    "secret",
                    "events",
                    "types",
                    "fields",
                    "priority",
                    "retry",
                    "allowPrivateAddress",
                    "coalesce",
                    "concurrency",
                    "rest");

    private final List<Violation> violations = new ArrayList<>();
    private final SentObject sent;
    private final JsonBody body;

    private SentTarget(JsonBody body) {
        this.body = body;
        sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(PROPERTIES);
    }

    /// @param secret in the clear; empty where none was sent
    /// @param headers values of headers that are new
    record Read(
            TargetDefinition definition, Optional<String> secret, Map<String, String> headers) {}

    /// @param current null for a new one
    /// @throws RejectedRequest with all that is wrong, each by its property
    static Read read(JsonBody body, @Nullable TargetDefinition current) {
        return new SentTarget(body).read(current);
    }

    private Read read(@Nullable TargetDefinition current) {
        var kind =
                current == null
                        ? sent.read("kind", "webhook or rest", TargetKind::parse)
                        : Optional.of(current.kind());
        if (current != null
                && sent.text("kind")
                        .filter(text -> !text.equals(current.kind().wireName()))
                        .isPresent()) {
            sent.refuse("kind", "expected " + current.kind().wireName() + ": it never changes");
        }
        var name = sent.text("name").or(() -> of(current, TargetDefinition::name));
        var url =
                sent.read("url", "a URL", SentTarget::url)
                        .or(() -> of(current, TargetDefinition::url));
        need("name", "a name", name);
        need("kind", "webhook or rest", kind);
        need("url", "a URL", url);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        var base =
                current != null
                        ? current
                        : TargetDefinition.of(
                                name.orElseThrow(), kind.orElseThrow(), url.orElseThrow());
        var rest = SentRest.read(sent, base.rest(), violations);
        var definition =
                new TargetDefinition(
                        name.orElseThrow(),
                        base.kind(),
                        url.orElseThrow(),
                        has("events")
                                ? new LinkedHashSet<>(
                                        list("events", "patterns such as entity:*", Pattern::new))
                                : base.events(),
                        has("types")
                                ? new LinkedHashSet<>(
                                        list("types", "names of types", TypeName::new))
                                : base.types(),
                        has("fields")
                                ? list("fields", "names of fields", FieldName::new)
                                : base.fields(),
                        sent.read("priority", "critical, high, medium or low", Priority::parse)
                                .orElse(base.priority()),
                        retry(base.retry()),
                        has("allowPrivateAddress")
                                ? sent.flag("allowPrivateAddress")
                                : base.allowPrivateAddress(),
                        has("coalesce") ? sent.flag("coalesce") : base.coalesce(),
                        number(sent, "concurrency", base.concurrency()),
                        rest.mapping());
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        return new Read(definition, sent.text("secret"), rest.headers());
    }

    private boolean has(String property) {
        return sent.value(property).isPresent();
    }

    private void need(String property, String expected, Optional<?> value) {
        if (value.isEmpty() && violations.stream().noneMatch(one -> one.field().equals(property))) {
            sent.refuse(property, "expected " + expected);
        }
    }

    private static <T> Optional<T> of(
            @Nullable TargetDefinition current, Function<TargetDefinition, T> part) {
        return Optional.ofNullable(current).map(part);
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private <T> List<T> list(String property, String expected, Function<String, T> reader) {
        var all = new ArrayList<T>();
        for (var text : sent.texts(property)) {
            try {
                all.add(reader.apply(text));
            } catch (IllegalArgumentException _) {
                sent.refuse(property, "expected " + expected + ", got '" + text + "'");
            }
        }
        return all;
    }

    private int number(SentObject object, String property, int otherwise) {
        return object.value(property)
                .map(value -> {
                    if (value.isInt()) {
                        return value.intValue();
                    }
                    object.refuse(property, "expected a whole number");
                    return otherwise;
                })
                .orElse(otherwise);
    }

    private RetryPolicy retry(RetryPolicy base) {
        if (!has("retry")) {
            return base;
        }
        if (!body.root().get("retry").isObject()) {
            sent.refuse("retry", "expected an object with initialDelay, maxDelay and maxAttempts");
            return base;
        }
        var retry = new SentObject(body.root().get("retry"), "retry", violations);
        retry.allowOnly(Set.of("initialDelay", "maxDelay", "maxAttempts"));
        var first = retry.read("initialDelay", "a duration such as PT5S", SentTarget::duration);
        var most = retry.read("maxDelay", "a duration such as PT10H", SentTarget::duration);
        try {
            return new RetryPolicy(
                    first.orElse(base.initialDelay()),
                    most.orElse(base.maxDelay()),
                    number(retry, "maxAttempts", base.maxAttempts()));
        } catch (IllegalArgumentException e) {
            sent.refuse("retry", String.valueOf(e.getMessage()));
            return base;
        }
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
