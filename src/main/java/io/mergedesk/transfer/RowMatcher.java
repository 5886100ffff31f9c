package io.mergedesk.transfer;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.BatchLookup;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Finds out which entity each row of a chunk means, and what edit that makes of it.
final class RowMatcher {

    private final EntityService entities;
    private final BatchLookup lookup;
    private final ReferenceNames references;
    private final Actor actor;
    private final EntityType type;
    private final Optional<FieldName> key;
    private final Map<FieldName, FieldDefinition> fields;

    RowMatcher(
            EntityService entities,
            BatchLookup lookup,
            ReferenceNames references,
            Actor actor,
            EntityType type,
            Optional<FieldName> key,
            Map<FieldName, FieldDefinition> fields) {
        this.entities = entities;
        this.lookup = lookup;
        this.references = references;
        this.actor = actor;
        this.type = type;
        this.key = key.filter(field -> type.field(field).isPresent());
        this.fields = fields;
    }

    /// A row and the entity it means, or what is wrong with it.
    sealed interface Match {
        record ToEdit(ReadRow row, Optional<Entity> found, Edit edit) implements Match {}

        record Wrong(ReadRow row, List<RowProblem> problems) implements Match {}
    }

    List<Match> match(List<ReadRow> chunk) {
        var byId = entities.findAll(ids(chunk), actor);
        Map<FieldValue, List<Entity>> byKey =
                key.map(field -> lookup.holding(type, field, keys(chunk, field), actor))
                        .orElse(Map.of());
        var named = names(chunk);
        return chunk.stream().map(row -> match(row, byId, byKey, named)).toList();
    }

    private Match match(
            ReadRow row,
            Map<EntityId, Entity> byId,
            Map<FieldValue, List<Entity>> byKey,
            Map<FieldName, Map<String, ReferenceNames.Found>> named) {
        for (var name : row.names().entrySet()) {
            var found = named.get(name.getKey());
            var one = found == null ? null : found.get(name.getValue());
            if (one == null || one.id().isEmpty()) {
                return wrong(row, name.getKey(), name.getValue(), one == null ? 0 : one.count());
            }
        }
        var resolved = row.names().isEmpty() ? row : resolved(row, named);
        if (row.id().isPresent()) {
            var entity = Optional.ofNullable(byId.get(row.id().get()));
            return entity.filter(one -> one.type().equals(type.name())).isPresent()
                    ? update(resolved, entity.get())
                    : wrong(
                            row,
                            row.id().get().toString(),
                            "expected the id of one of the "
                                    + type.label()
                                    + ", or nothing for a new one");
        }
        var holders = key.flatMap(row::value).map(value -> byKey.getOrDefault(value, List.of()));
        if (holders.isEmpty() || holders.get().isEmpty()) {
            return new Match.ToEdit(
                    resolved, Optional.empty(), new Edit.Create(type.name(), resolved.patch()));
        }
        if (holders.get().size() > 1) {
            return wrong(
                    row,
                    "",
                    "expected one record with this "
                            + type.labelOf(key.orElseThrow())
                            + ", found several");
        }
        return update(resolved, holders.get().getFirst());
    }

    private static Match update(ReadRow row, Entity entity) {
        var base = row.base().orElse(entity.revision());
        return new Match.ToEdit(
                row, Optional.of(entity), new Edit.Update(entity.id(), base, row.patch()));
    }

    private static ReadRow resolved(
            ReadRow row, Map<FieldName, Map<String, ReferenceNames.Found>> named) {
        var values = new TreeMap<>(row.patch().byName());
        row.names()
                .forEach((field, name) ->
                        values.put(
                                field,
                                named.getOrDefault(field, Map.of())
                                        .getOrDefault(
                                                name, new ReferenceNames.Found(0, Optional.empty()))
                                        .id()
                                        .map(FieldValue.Reference::new)));
        return row.with(new Patch(values));
    }

    private Map<FieldName, Map<String, ReferenceNames.Found>> names(List<ReadRow> chunk) {
        var wanted = new HashMap<FieldName, Set<String>>();
        for (var row : chunk) {
            row.names()
                    .forEach((field, name) ->
                            wanted.computeIfAbsent(field, _ -> new HashSet<>()).add(name));
        }
        var found = new HashMap<FieldName, Map<String, ReferenceNames.Found>>();
        wanted.forEach((field, names) -> {
            var definition = fields.get(field);
            if (definition != null) {
                found.put(field, references.find(definition, names));
            }
        });
        return found;
    }

    private Match wrong(ReadRow row, FieldName field, String name, int count) {
        var definition = fields.get(field);
        var label = definition == null ? field.value() : definition.label();
        return new Match.Wrong(
                row,
                List.of(
                        new RowProblem(
                                row.source().line(),
                                label,
                                name,
                                label
                                        + ": expected the id or the name of one record, found "
                                        + (count == 0 ? "none" : "several")
                                        + " called so")));
    }

    private static Match wrong(ReadRow row, String value, String message) {
        return new Match.Wrong(
                row, List.of(new RowProblem(row.source().line(), "", value, message)));
    }

    private static Set<EntityId> ids(List<ReadRow> chunk) {
        var ids = new HashSet<EntityId>();
        chunk.forEach(row -> row.id().ifPresent(ids::add));
        return ids;
    }

    private static Set<FieldValue> keys(List<ReadRow> chunk, FieldName key) {
        var keys = new HashSet<FieldValue>();
        chunk.stream()
                .filter(row -> row.id().isEmpty())
                .forEach(row -> row.value(key).ifPresent(keys::add));
        return keys;
    }
}
