package io.mergedesk.entities;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldKinds;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The entity types, kept for a few seconds since every edit and every read asks for one; another
/// node may change them too.
public final class Types {

    private static final Duration MAX_AGE = Duration.ofSeconds(5);

    private final TypeStore store;
    private final InstantSource clock;
    private volatile @Nullable Known known;
    private int forgotten;

    private record Known(
            Map<TypeName, EntityType> byName, Map<Integer, Numbered> byId, Instant readAt) {}

    /// A type, and how to read its stored values.
    private record Numbered(EntityType type, FieldKinds kinds) {}

    public Types(TypeStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// All types in the order to show.
    public List<EntityType> all() {
        return List.copyOf(known().byName().values());
    }

    public Optional<EntityType> find(TypeName name) {
        return Optional.ofNullable(known().byName().get(name));
    }

    /// @throws IllegalStateException when there is no such type
    public EntityType get(TypeName name) {
        return find(name).orElseThrow(() -> new IllegalStateException("there is no type " + name));
    }

    /// Reads them anew at the next question.
    public synchronized void forget() {
        forgotten++;
        known = null;
    }

    private synchronized int timesForgotten() {
        return forgotten;
    }

    /// Keeps what was read, unless it was forgotten while it was being read.
    private synchronized void keep(Known read, int forgottenBefore) {
        if (forgotten == forgottenBefore) {
            known = read;
        }
    }

    /// The type with that number.
    ///
    /// @throws IllegalStateException when there is none
    public EntityType byId(int id) {
        return numbered(id).type();
    }

    private Numbered numbered(int id) {
        var found = known().byId().get(id);
        if (found == null) {
            forget();
            found = known().byId().get(id);
        }
        if (found == null) {
            throw new IllegalStateException("there is no type with the number " + id);
        }
        return found;
    }

    /// How to read stored values of a type, also of a field another node has just added.
    ///
    /// @throws IllegalStateException when there is no type with that number
    public FieldKinds kinds(int typeId) {
        return numbered(typeId).kinds();
    }

    private FieldKind kindOfAdded(int typeId, FieldName field) {
        forget();
        return byId(typeId).kindOf(field);
    }

    private Known known() {
        var kept = known;
        if (kept == null || kept.readAt().plus(MAX_AGE).isBefore(clock.instant())) {
            int forgottenBefore = timesForgotten();
            var byName = new LinkedHashMap<TypeName, EntityType>();
            var byId = new HashMap<Integer, Numbered>();
            for (var type : store.all()) {
                byName.put(type.name(), type);
                byId.put(
                        type.id(),
                        new Numbered(type, type.kinds(field -> kindOfAdded(type.id(), field))));
            }
            kept = new Known(byName, byId, clock.instant());
            keep(kept, forgottenBefore);
        }
        return kept;
    }
}
