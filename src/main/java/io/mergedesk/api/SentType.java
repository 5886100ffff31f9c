package io.mergedesk.api;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Strictness;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads the definition of a type. Only `name` and `fields` are needed, and of a field `name` and
/// `kind`; labels are derived from names.
final class SentType {

    private static final Set<String> PROPERTIES =
            Set.of("name", "label", "singular", "policy", "strictness", "fields", "version");
    private static final String POLICIES = "last-write-wins, manual or field-level-merge";
    private static final String STRICTNESSES = "entity, field or value";

    private final List<Violation> violations = new ArrayList<>();
    private final SentObject sent;

    private SentType(JsonBody body) {
        sent = new SentObject(body.root(), null, violations);
        sent.allowOnly(PROPERTIES);
    }

    /// A type that is not there yet.
    ///
    /// @throws RejectedRequest with all that is wrong, each by its field
    static TypeDefinition read(JsonBody body) {
        var type = new SentType(body);
        var name = type.sent.read("name", nameForm(), SentType::typeName);
        if (name.isEmpty() && type.violations.isEmpty()) {
            type.sent.refuse("name", "expected " + nameForm());
        }
        return type.definition(name);
    }

    /// The new definition of a type that is there; its name stays.
    ///
    /// @throws RejectedRequest with all that is wrong, each by its field
    static TypeDefinition read(JsonBody body, TypeDefinition current) {
        var type = new SentType(body);
        var name = type.sent.text("name").orElse(current.name().value());
        if (!name.equals(current.name().value())) {
            type.sent.refuse("name", "expected " + current.name() + ": names never change");
        }
        var read = type.definition(Optional.of(current.name()));
        return new TypeDefinition(
                read.name(),
                type.sent.text("label").orElse(current.label()),
                type.sent.text("singular").orElse(current.singular()),
                read.fields(),
                type.sent.value("policy").isPresent() ? read.strategy() : current.strategy(),
                type.sent.value("strictness").isPresent()
                        ? read.strictness()
                        : current.strictness());
    }

    private TypeDefinition definition(Optional<TypeName> name) {
        var words = name.map(one -> Words.label(one.value())).orElse("");
        var label = sent.text("label").orElse(words);
        var singular = sent.text("singular").orElse(Words.singular(label));
        var policy = sent.read("policy", POLICIES, MergeStrategy::parse);
        var strictness = sent.read("strictness", STRICTNESSES, Strictness::parse);
        var fields = fields();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).rejected();
        }
        return new TypeDefinition(
                name.orElseThrow(),
                label,
                singular,
                fields,
                policy.orElse(MergeStrategy.FIELD_LEVEL_MERGE),
                strictness.orElse(Strictness.VALUE));
    }

    private List<FieldDefinition> fields() {
        var list = sent.value("fields");
        var fields = new ArrayList<FieldDefinition>();
        if (list.isEmpty() || !list.get().isArray()) {
            sent.refuse("fields", "expected an array of fields, each with name and kind");
            return fields;
        }
        for (var one : list.get()) {
            new SentField(one, "fields[" + fields.size() + "]", violations)
                    .read()
                    .ifPresentOrElse(fields::add, () -> fields.add(SentField.UNREADABLE));
        }
        return fields;
    }

    static Optional<TypeName> typeName(String text) {
        try {
            return Optional.of(new TypeName(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Optional<FieldName> fieldName(String text) {
        try {
            return Optional.of(new FieldName(text)).filter(name -> !name.equals(FieldName.TEAM));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static String nameForm() {
        return "a letter, then letters, digits, _ or -, at most 63";
    }
}
