package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityPage;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntitySearch;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Types;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

/// Finds entities through their index keys: first the ids of the page, then those rows alone.
@Repository
class JooqEntitySearch implements EntitySearch {

    private static final Duration COUNT_AGE = Duration.ofSeconds(30);

    private final DSLContext sql;
    private final EntityRows rows;
    private final PagePlan plan;
    private final LoadingCache<Integer, Long> counts;

    @Autowired
    JooqEntitySearch(DSLContext sql, Types types) {
        this(sql, types, new PagePlan(sql, PagePlan.FEW, PagePlan.STRETCH));
    }

    JooqEntitySearch(DSLContext sql, Types types, PagePlan plan) {
        this.sql = sql;
        this.rows = new EntityRows(types);
        this.plan = plan;
        this.counts = Caffeine.newBuilder().refreshAfterWrite(COUNT_AGE).build(this::count);
    }

    @Override
    public EntityPage page(EntityType type, EntityQuery query, Actor actor) {
        var places = plan.places(type, query, actor);
        var entities = load(places.found().stream().map(Cursor::id).toList());
        return new EntityPage(
                places.found().stream()
                        .map(place -> entities.get(place.id()))
                        .filter(Objects::nonNull)
                        .toList(),
                places.next());
    }

    private Map<EntityId, Entity> load(List<EntityId> ids) {
        var loaded = new HashMap<EntityId, Entity>();
        if (!ids.isEmpty()) {
            sql.selectFrom(ENTITY)
                    .where(ENTITY.ID.in(ids.stream().map(Binary::of).toList()))
                    .and(ENTITY.DELETED.isFalse())
                    .forEach(row -> loaded.put(Binary.entityId(row.getId()), rows.read(row)));
        }
        return loaded;
    }

    @Override
    public long roughCount(EntityType type) {
        return counts.get(type.id());
    }

    private long count(int typeId) {
        return sql.fetchCount(
                sql.selectOne()
                        .from(ENTITY)
                        .where(ENTITY.TYPE_ID.eq(typeId))
                        .and(ENTITY.DELETED.isFalse()));
    }
}
