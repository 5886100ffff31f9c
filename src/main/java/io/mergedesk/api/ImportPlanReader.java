package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import io.mergedesk.transfer.ColumnTarget;
import io.mergedesk.transfer.ImportFile;
import io.mergedesk.transfer.ImportPlan;
import io.mergedesk.transfer.Imports;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads from the query of an address what is to be done with the columns of a file.
@Component
class ImportPlanReader {

    private static final TypeReference<TreeMap<String, @Nullable String>> MAPPING =
            new TypeReference<>() {};

    private final Imports imports;
    private final TypeService types;
    private final JsonMapper json;

    ImportPlanReader(Imports imports, TypeService types, JsonMapper json) {
        this.imports = imports;
        this.types = types;
        this.json = json;
    }

    /// @param create whether a type that is not there is made, and fields it does not have
    /// @throws RejectedRequest where a parameter does not fit
    ImportPlan read(
            TypeName name,
            ImportFile file,
            boolean create,
            @Nullable String key,
            @Nullable String mapping,
            Actor actor) {
        var type = types.find(name);
        if (type.isEmpty() && !create) {
            throw EntityPath.missingType(name.value()).rejected();
        }
        var plan =
                type.flatMap(_ -> imports.suggest(name, file, actor))
                        .orElseGet(() -> imports.suggestNew(name, label(name), file));
        if (!create) {
            plan = withoutNewFields(plan);
        }
        if (mapping != null) {
            plan = mapped(plan, file, type, mapping);
        }
        return key == null ? plan : plan.keyedBy(Optional.of(field(plan, file, type, key)));
    }

    private static ImportPlan withoutNewFields(ImportPlan plan) {
        var known = plan;
        for (int i = 0; i < plan.targets().size(); i++) {
            if (plan.targets().get(i) instanceof ColumnTarget.Added) {
                known = known.with(i, new ColumnTarget.Ignored());
            }
        }
        return known;
    }

    private ImportPlan mapped(
            ImportPlan plan, ImportFile file, Optional<EntityType> type, String mapping) {
        var changed = plan;
        for (var entry : read(mapping).entrySet()) {
            var column =
                    file.columns().stream()
                            .filter(one -> one.header().equalsIgnoreCase(entry.getKey()))
                            .findFirst()
                            .orElseThrow(() ->
                                    Problem.badRequest(
                                                    "mapping",
                                                    "the file has no column '"
                                                            + entry.getKey()
                                                            + "'")
                                            .rejected());
            var wanted = entry.getValue();
            changed =
                    changed.with(
                            column.index(),
                            wanted == null
                                    ? new ColumnTarget.Ignored()
                                    : new ColumnTarget.Existing(
                                            named(type, wanted)
                                                    .orElseThrow(
                                                            () -> missing("mapping", wanted))));
        }
        return changed;
    }

    private Map<String, @Nullable String> read(String mapping) {
        try {
            return json.readValue(mapping, MAPPING);
        } catch (JacksonException _) {
            throw Problem.badRequest(
                            "mapping",
                            "expected a JSON object of column to field, null to leave one out,"
                                    + " such as {\"Tel.\":\"phone\",\"Fax\":null}")
                    .rejected();
        }
    }

    private static FieldName field(
            ImportPlan plan, ImportFile file, Optional<EntityType> type, String key) {
        return named(type, key)
                .or(() ->
                        file.columns().stream()
                                .filter(column -> column.header().equalsIgnoreCase(key))
                                .findFirst()
                                .flatMap(column -> plan.fieldOf(column.index())))
                .orElseThrow(() -> missing("key", key));
    }

    private static Optional<FieldName> named(Optional<EntityType> type, String text) {
        return type.flatMap(one ->
                        one.fields().stream()
                                .filter(field ->
                                        field.name().value().equalsIgnoreCase(text)
                                                || field.label().equalsIgnoreCase(text))
                                .findFirst())
                .map(field -> field.name());
    }

    private static RejectedRequest missing(String parameter, String text) {
        return Problem.badRequest(parameter, "there is no field '" + text + "'").rejected();
    }

    private static String label(TypeName name) {
        var text = name.value().replace('_', ' ').replace('-', ' ');
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
