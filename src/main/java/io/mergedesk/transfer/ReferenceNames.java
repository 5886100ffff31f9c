package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.BatchLookup;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the entities that cells refer to by a unique value or by their title, a chunk of rows at a
/// time; remembers the last ten thousand.
final class ReferenceNames {

    private static final int REMEMBERED = 10_000;

    private final BatchLookup lookup;
    private final TypeService types;
    private final Actor actor;
    private final Map<Name, Found> known =
            new LinkedHashMap<>(256, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Name, Found> eldest) {
                    return size() > REMEMBERED;
                }
            };

    private record Name(TypeName type, String text) {}

    /// How many entities go by a name, and which, when it is one.
    record Found(int count, Optional<EntityId> id) {}

    ReferenceNames(BatchLookup lookup, TypeService types, Actor actor) {
        this.lookup = lookup;
        this.types = types;
        this.actor = actor;
    }

    /// What each name of a field's cells stands for.
    Map<String, Found> find(FieldDefinition field, Set<String> names) {
        var type = field.references().flatMap(types::find);
        if (type.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<String, Found>();
        var missing = new HashSet<String>();
        for (var name : names) {
            var one = known.get(new Name(type.get().name(), name));
            if (one == null) {
                missing.add(name);
            } else {
                found.put(name, one);
            }
        }
        for (var name : missing) {
            found.put(name, new Found(0, Optional.empty()));
        }
        for (var by : namingFields(type.get())) {
            lookUp(type.get(), by, missing, found);
        }
        missing.forEach(name -> known.put(new Name(type.get().name(), name), found.get(name)));
        return found;
    }

    private void lookUp(
            EntityType type, FieldName by, Set<String> names, Map<String, Found> found) {
        var values = new HashMap<String, FieldValue>();
        for (var name : names) {
            if (java.util.Objects.requireNonNull(found.get(name)).count() == 0
                    && FieldText.read(type.kindOf(by), name) instanceof Reading.Value(var value)) {
                values.put(name, value);
            }
        }
        Map<FieldValue, List<Entity>> holders = lookup.holding(type, by, values.values(), actor);
        values.forEach((name, value) -> {
            var entities = holders.getOrDefault(value, List.of());
            if (!entities.isEmpty()) {
                found.put(
                        name,
                        new Found(
                                entities.size(),
                                entities.size() == 1
                                        ? Optional.of(entities.getFirst().id())
                                        : Optional.empty()));
            }
        });
    }

    private static List<FieldName> namingFields(EntityType type) {
        var fields = new LinkedHashSet<FieldName>();
        type.fields().stream()
                .filter(field -> field.unique() && field.kind() != FieldKind.REFERENCE)
                .map(FieldDefinition::name)
                .forEach(fields::add);
        type.titleField().ifPresent(fields::add);
        return new ArrayList<>(fields);
    }
}
