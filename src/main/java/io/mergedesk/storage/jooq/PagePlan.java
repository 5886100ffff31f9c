package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_INDEX;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import io.mergedesk.common.Actor;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.IndexKeys;
import io.mergedesk.entities.KeyRange;
import io.mergedesk.entities.SortKey;
import io.mergedesk.storage.jooq.schema.tables.Entity;
import io.mergedesk.storage.jooq.schema.tables.EntityIndex;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.SelectLimitStep;
import org.jooq.Table;

/// Chooses how to walk the index for one page, so that no page walks far.
///
/// With a selective condition (at most [#FEW] entities) the entities that meet it are taken first
/// and then sorted. Otherwise the index of the sort field is walked in order, and each entity is
/// looked up under the conditions: as every condition then lets at least one of some hundred
/// entities through, a page is found soon.
final class PagePlan {

    /// Up to how many entities are worth sorting.
    static final int FEW = 5_000;

    private static final EntityIndex SORT = ENTITY_INDEX.as("sort_index");
    private static final EntityIndex PROBE = ENTITY_INDEX.as("probe_index");
    private static final EntityIndex DRIVER = ENTITY_INDEX.as("driver_index");
    private static final Entity ROW = ENTITY.as("entity_row");

    private final DSLContext sql;

    PagePlan(DSLContext sql) {
        this.sql = sql;
    }

    /// Where the entities of the page stand, in order.
    List<Cursor> places(EntityType type, EntityQuery query, Actor actor, int limit) {
        var ranges = ranges(type, query);
        var driver = selective(ranges);
        var others = new ArrayList<>(ranges);
        driver.ifPresent(others::remove);
        return query.sort().isPresent()
                ? byField(type.indexOf(query.sort().get()), query, driver, others, actor, limit)
                : byUpdate(type, query, driver, others, actor, limit);
    }

    private static List<KeyRange> ranges(EntityType type, EntityQuery query) {
        var ranges = new ArrayList<KeyRange>();
        query.filters().forEach(filter -> ranges.add(KeyRange.of(type, filter)));
        IndexKeys.wordsOf(query.words()).forEach(word -> ranges.add(KeyRange.ofWord(type, word)));
        return ranges;
    }

    private Optional<KeyRange> selective(List<KeyRange> ranges) {
        KeyRange best = null;
        int fewest = FEW + 1;
        for (var range : ranges) {
            if (!range.negated()) {
                int found = countUpTo(fewest, range);
                if (found < fewest) {
                    fewest = found;
                    best = range;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private int countUpTo(int most, KeyRange range) {
        var some = selectOne().from(PROBE).where(within(PROBE, range)).limit(most).asTable("some");
        return sql.select(count()).from(some).fetchSingle().value1();
    }

    private List<Cursor> byField(
            int index,
            EntityQuery query,
            Optional<KeyRange> driver,
            List<KeyRange> others,
            Actor actor,
            int limit) {
        var condition =
                SORT.INDEX_ID
                        .eq(index)
                        .and(behind(query, SORT.SORT_KEY, SORT.ENTITY_ID, SortKey::bytes))
                        .and(meets(others, SORT.ENTITY_ID))
                        .and(visible(actor, SORT.ENTITY_ID));
        var order =
                query.descending()
                        ? List.of(SORT.SORT_KEY.desc(), SORT.ENTITY_ID.desc())
                        : List.of(SORT.SORT_KEY.asc(), SORT.ENTITY_ID.asc());
        Table<?> from =
                driver.<Table<?>>map(range -> joined(range, SORT, SORT.ENTITY_ID)).orElse(SORT);
        return sql.select(SORT.SORT_KEY, SORT.ENTITY_ID)
                .from(from)
                .where(condition)
                .orderBy(order)
                .limit(limit)
                .fetch(row -> new Cursor(new SortKey(row.value1()), Binary.entityId(row.value2())));
    }

    private List<Cursor> byUpdate(
            EntityType type,
            EntityQuery query,
            Optional<KeyRange> driver,
            List<KeyRange> others,
            Actor actor,
            int limit) {
        var condition =
                ROW.TYPE_ID
                        .eq(type.id())
                        .and(ROW.DELETED.isFalse())
                        .and(behind(query, ROW.UPDATED_AT, ROW.ID, PagePlan::updatedAt))
                        .and(meets(others, ROW.ID))
                        .and(maySee(actor));
        var order =
                query.descending()
                        ? List.of(ROW.UPDATED_AT.desc(), ROW.ID.desc())
                        : List.of(ROW.UPDATED_AT.asc(), ROW.ID.asc());
        Table<?> from = driver.<Table<?>>map(range -> joined(range, ROW, ROW.ID)).orElse(ROW);
        return sql.select(ROW.UPDATED_AT, ROW.ID)
                .from(from)
                .where(condition)
                .orderBy(order)
                .limit(limit)
                .fetch(row ->
                        new Cursor(
                                key(HybridTime.at(Utc.instant(row.value1()))),
                                Binary.entityId(row.value2())));
    }

    /// The entities that meet the condition first, then the table that they are sorted by.
    private static Table<?> joined(KeyRange range, Table<?> sorted, Field<byte[]> id) {
        var found =
                selectDistinct(DRIVER.ENTITY_ID)
                        .from(DRIVER)
                        .where(within(DRIVER, range))
                        .asTable("found");
        return found.straightJoin(sorted).on(id.eq(found.field(DRIVER.ENTITY_ID)));
    }

    private static <T> Condition behind(
            EntityQuery query, Field<T> key, Field<byte[]> id, Function<SortKey, T> read) {
        if (query.after().isEmpty()) {
            return trueCondition();
        }
        var place = query.after().get();
        var value = read.apply(place.key());
        var last = Binary.of(place.id());
        return query.descending()
                ? key.le(value).and(key.lt(value).or(id.lt(last)))
                : key.ge(value).and(key.gt(value).or(id.gt(last)));
    }

    private static Condition meets(List<KeyRange> ranges, Field<byte[]> id) {
        Condition all = trueCondition();
        for (var range : ranges) {
            var found =
                    lookedUp(
                            selectOne()
                                    .from(PROBE)
                                    .where(PROBE.ENTITY_ID.eq(id))
                                    .and(within(PROBE, range)));
            all = all.and(range.negated() ? found.isNull() : found.isNotNull());
        }
        return all;
    }

    /// A row that is looked up for one entity. An EXISTS would be turned into a join that starts at
    /// the other end and sorts all it finds; MariaDB leaves a single value where it stands.
    private static Field<Integer> lookedUp(SelectLimitStep<Record1<Integer>> row) {
        return field(row.limit(1));
    }

    private static Condition within(EntityIndex table, KeyRange range) {
        var condition =
                table.INDEX_ID.eq(range.index()).and(table.SORT_KEY.ge(range.from().bytes()));
        return range.to() == null
                ? condition
                : condition.and(table.SORT_KEY.lt(range.to().bytes()));
    }

    private static Condition visible(Actor actor, Field<byte[]> id) {
        return actor.role() == Role.ADMIN
                ? trueCondition()
                : lookedUp(selectOne().from(ROW).where(ROW.ID.eq(id)).and(maySee(actor)))
                        .isNotNull();
    }

    private static Condition maySee(Actor actor) {
        return actor.role() == Role.ADMIN
                ? trueCondition()
                : ROW.TEAM
                        .isNull()
                        .or(ROW.TEAM.in(actor.teams().stream().map(TeamId::value).toList()));
    }

    private static SortKey key(HybridTime time) {
        return new SortKey(ByteBuffer.allocate(Long.BYTES).putLong(time.packed()).array());
    }

    private static LocalDateTime updatedAt(SortKey key) {
        return Utc.of(new HybridTime(ByteBuffer.wrap(key.bytes()).getLong()).instant());
    }
}
