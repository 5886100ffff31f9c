package io.mergedesk.api;

import io.mergedesk.entities.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One object of a definition that somebody sent, read property by property; what is wrong is
/// collected under the name of the thing it is part of.
final class SentObject {

    private final JsonNode node;
    private final @Nullable String owner;
    private final List<Violation> violations;

    /// @param owner what violations name; null names the property itself
    SentObject(JsonNode node, @Nullable String owner, List<Violation> violations) {
        this.node = node;
        this.owner = owner;
        this.violations = violations;
    }

    /// Refuses properties of other names.
    void allowOnly(Set<String> known) {
        for (var name : node.propertyNames()) {
            if (!known.contains(name)) {
                refuse(
                        name,
                        "is not known: expected one of "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }

    Optional<String> text(String property) {
        return value(property)
                .flatMap(sent -> {
                    if (sent.isString() && canBeKept(sent.stringValue())) {
                        return Optional.of(sent.stringValue().strip());
                    }
                    refuse(property, "expected one line of text");
                    return Optional.empty();
                })
                .filter(text -> !text.isEmpty());
    }

    boolean flag(String property) {
        return value(property)
                .flatMap(sent -> {
                    if (sent.isBoolean()) {
                        return Optional.of(sent.booleanValue());
                    }
                    refuse(property, "expected true or false");
                    return Optional.empty();
                })
                .orElse(false);
    }

    List<String> texts(String property) {
        var texts = new ArrayList<String>();
        value(property)
                .ifPresent(sent -> {
                    if (!sent.isArray()) {
                        refuse(property, "expected an array of texts");
                        return;
                    }
                    for (var one : sent) {
                        if (one.isString() && canBeKept(one.stringValue())) {
                            texts.add(one.stringValue().strip());
                        } else {
                            refuse(property, "expected an array of texts of one line each");
                        }
                    }
                });
        return texts;
    }

    /// Text that stands for something else; what cannot be read is refused with what was expected.
    <T> Optional<T> read(String property, String expected, Function<String, Optional<T>> reader) {
        return text(property)
                .flatMap(text -> {
                    var found = reader.apply(text);
                    if (found.isEmpty()) {
                        refuse(property, "expected " + expected + ", got '" + text + "'");
                    }
                    return found;
                });
    }

    /// Empty where the property is missing or null.
    Optional<JsonNode> value(String property) {
        return Optional.ofNullable(node.get(property)).filter(sent -> !sent.isNull());
    }

    void refuse(String property, String expected) {
        violations.add(new Violation(owner == null ? property : owner, property + ": " + expected));
    }

    private static boolean canBeKept(String text) {
        return text.indexOf('\n') < 0
                && text.indexOf('\r') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
