package io.mergedesk.entities;

import io.mergedesk.common.TypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entity types, read once and kept until they change: every edit and every read asks for one.
public final class Types {

    private final TypeStore store;
    private volatile @Nullable Map<TypeName, EntityType> known;

    public Types(TypeStore store) {
        this.store = store;
    }

    /// All types in the order to show.
    public List<EntityType> all() {
        return List.copyOf(known().values());
    }

    public Optional<EntityType> find(TypeName name) {
        return Optional.ofNullable(known().get(name));
    }

    /// @throws IllegalStateException when there is no such type
    public EntityType get(TypeName name) {
        return find(name).orElseThrow(() -> new IllegalStateException("there is no type " + name));
    }

    /// Reads them anew at the next question.
    public void forget() {
        known = null;
    }

    private Map<TypeName, EntityType> known() {
        var types = known;
        if (types == null) {
            types = new LinkedHashMap<>();
            for (var type : store.all()) {
                types.put(type.name(), type);
            }
            known = types;
        }
        return types;
    }
}
