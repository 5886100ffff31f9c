package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_INDEX;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.IndexKeys;
import io.mergedesk.entities.KeyRange;
import io.mergedesk.storage.jooq.schema.tables.EntityIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;

/// Chooses how to walk the index for one page, so that no page walks far.
///
/// With a selective condition (at most [#FEW] entities) the entities that meet it are taken first
/// and then sorted. Otherwise the index of the sort field is walked in order, and each entity is
/// looked up under the conditions. A page is then mostly found soon; where conditions that are each
/// common hardly ever meet, the walk ends after a stretch and the page is short.
final class PagePlan {

    /// Up to how many entities are worth sorting.
    static final int FEW = 5_000;

    /// How many entities one page looks up at most.
    static final int STRETCH = 10_000;

    private static final EntityIndex DRIVER = ENTITY_INDEX.as("driver_index");

    private final DSLContext sql;
    private final int few;
    private final int stretch;

    /// Where the entities of a page stand, in order, and where to go on; empty at the end.
    record Places(List<Cursor> found, Optional<Cursor> next) {}

    /// @param few up to how many entities are sorted
    /// @param stretch how many entities one page looks up
    PagePlan(DSLContext sql, int few, int stretch) {
        this.sql = sql;
        this.few = few;
        this.stretch = stretch;
    }

    Places places(EntityType type, EntityQuery query, Actor actor) {
        return query.sort()
                .map(field ->
                        places(ListOrder.byField(type.indexOf(field), actor), type, query, actor))
                .orElseGet(() -> places(ListOrder.byUpdate(type, actor), type, query, actor));
    }

    private <K> Places places(ListOrder<K> order, EntityType type, EntityQuery query, Actor actor) {
        var ranges = ranges(type, query);
        var driver = selective(ranges);
        var others = new ArrayList<>(ranges);
        driver.ifPresent(others::remove);
        boolean mayPassMany = driver.isEmpty() && !(others.isEmpty() && actor.role() == Role.ADMIN);
        var begun =
                order.whole()
                        .and(
                                query.after()
                                        .map(place -> order.after(place, query.descending()))
                                        .orElseGet(() -> trueCondition()));
        var end = mayPassMany ? endOfStretch(order, begun, query) : Optional.<Cursor>empty();
        var condition =
                begun.and(
                                end.map(place -> order.upTo(place, query.descending()))
                                        .orElseGet(() -> trueCondition()))
                        .and(IndexConditions.meets(others, order.id()))
                        .and(order.visible());
        var found =
                sql.select(order.key(), order.id())
                        .from(
                                driver.<Table<?>>map(range -> joined(range, order))
                                        .orElse(order.table()))
                        .where(condition)
                        .orderBy(order.sorted(query.descending()))
                        .limit(query.limit() + 1)
                        .fetch(order::place);
        if (found.size() <= query.limit()) {
            return new Places(found, end);
        }
        var shown = List.copyOf(found.subList(0, query.limit()));
        return new Places(shown, Optional.of(shown.getLast()));
    }

    /// The last entity that this page looks up; empty when the list ends before.
    private <K> Optional<Cursor> endOfStretch(
            ListOrder<K> order, Condition begun, EntityQuery query) {
        return sql.select(order.key(), order.id())
                .from(order.table())
                .where(begun)
                .orderBy(order.sorted(query.descending()))
                .offset(stretch - 1)
                .limit(1)
                .fetchOptional(order::place);
    }

    private static List<KeyRange> ranges(EntityType type, EntityQuery query) {
        var ranges = new ArrayList<KeyRange>();
        query.filters().forEach(filter -> ranges.add(KeyRange.of(type, filter)));
        IndexKeys.wordsOf(query.words()).forEach(word -> ranges.add(KeyRange.ofWord(type, word)));
        return ranges;
    }

    private Optional<KeyRange> selective(List<KeyRange> ranges) {
        KeyRange best = null;
        int fewest = few + 1;
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
        var some =
                selectOne()
                        .from(DRIVER)
                        .where(IndexConditions.within(DRIVER, range))
                        .limit(most)
                        .asTable("some");
        return sql.select(count()).from(some).fetchSingle().value1();
    }

    /// The entities that meet the condition first, then the table that they are sorted by.
    private static Table<?> joined(KeyRange range, ListOrder<?> order) {
        var found =
                selectDistinct(DRIVER.ENTITY_ID)
                        .from(DRIVER)
                        .where(IndexConditions.within(DRIVER, range))
                        .asTable("found");
        return found.straightJoin(order.table()).on(order.id().eq(found.field(DRIVER.ENTITY_ID)));
    }
}
