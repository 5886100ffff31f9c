package io.mergedesk.storage.memory;

import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HybridTime;
import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityPage;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntitySearch;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.IndexKeys;
import io.mergedesk.entities.KeyRange;
import io.mergedesk.entities.SortKey;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.Optional;

/// Finds entities by looking at every one of them.
public final class MemoryEntitySearch implements EntitySearch {

    private final MemoryEntityStore store;

    public MemoryEntitySearch(MemoryEntityStore store) {
        this.store = store;
    }

    @Override
    public EntityPage page(EntityType type, EntityQuery query, Actor actor) {
        Comparator<Cursor> rising = Comparator.comparing(Cursor::key).thenComparing(Cursor::id);
        var order = query.descending() ? rising.reversed() : rising;
        var found =
                store.all().stream()
                        .filter(entity -> entity.type().equals(type.name()) && !entity.deleted())
                        .filter(entity -> actor.maySee(entity.team()))
                        .filter(entity -> meets(type, query, entity))
                        .map(entity -> new Place(place(query.sort(), entity), entity))
                        .filter(one ->
                                query.after().isEmpty()
                                        || order.compare(one.cursor(), query.after().get()) > 0)
                        .sorted(Comparator.comparing(Place::cursor, order))
                        .limit(query.limit() + 1L)
                        .toList();
        boolean more = found.size() > query.limit();
        var shown = more ? found.subList(0, query.limit()) : found;
        return new EntityPage(
                shown.stream().map(Place::entity).toList(),
                more ? Optional.of(shown.getLast().cursor()) : Optional.empty());
    }

    private record Place(Cursor cursor, Entity entity) {}

    private static Cursor place(Optional<FieldName> sort, Entity entity) {
        var key =
                sort.map(field ->
                                entity.values().find(field).map(SortKey::of).orElse(SortKey.EMPTY))
                        .orElseGet(() -> key(entity.version().time()));
        return new Cursor(key, entity.id());
    }

    private static SortKey key(HybridTime time) {
        return new SortKey(ByteBuffer.allocate(Long.BYTES).putLong(time.packed()).array());
    }

    private static boolean meets(EntityType type, EntityQuery query, Entity entity) {
        var keys = IndexKeys.of(type, entity);
        var ranges = new java.util.ArrayList<KeyRange>();
        query.filters().forEach(filter -> ranges.add(KeyRange.of(type, filter)));
        IndexKeys.wordsOf(query.words()).forEach(word -> ranges.add(KeyRange.ofWord(type, word)));
        return ranges.stream()
                .allMatch(range ->
                        range.negated()
                                != keys.stream()
                                        .anyMatch(key ->
                                                key.index() == range.index()
                                                        && range.contains(key.key())));
    }

    @Override
    public long roughCount(EntityType type) {
        return store.all().stream()
                .filter(entity -> entity.type().equals(type.name()) && !entity.deleted())
                .count();
    }
}
