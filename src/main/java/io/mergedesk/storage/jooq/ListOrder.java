package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_INDEX;
import static org.jooq.impl.DSL.trueCondition;

import io.mergedesk.common.Actor;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.entities.Cursor;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.SortKey;
import io.mergedesk.storage.jooq.schema.tables.Entity;
import io.mergedesk.storage.jooq.schema.tables.EntityIndex;
import java.nio.ByteBuffer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record2;
import org.jooq.Table;

/// An order that a list can be walked in: an index of the database, from any place, in both
/// directions.
///
/// @param whole where the walk is at all: this type, or this field
/// @param visible what the actor may see of it
record ListOrder<K>(
        Table<?> table,
        Field<K> key,
        Field<byte[]> id,
        Condition whole,
        Condition visible,
        Function<SortKey, K> stored,
        Function<K, SortKey> read) {

    private static final EntityIndex SORT = ENTITY_INDEX.as("sort_index");
    private static final Entity ROW = ENTITY.as("entity_row");

    /// By a field's values.
    static ListOrder<byte[]> byField(int index, Actor actor) {
        var visible =
                actor.role() == Role.ADMIN
                        ? trueCondition()
                        : IndexConditions.lookedUp(
                                        ROW, ROW.ID.eq(SORT.ENTITY_ID).and(maySee(actor)))
                                .isNotNull();
        return new ListOrder<>(
                SORT,
                SORT.SORT_KEY,
                SORT.ENTITY_ID,
                SORT.INDEX_ID.eq(index),
                visible,
                SortKey::bytes,
                SortKey::new);
    }

    /// By the time of the last change.
    static ListOrder<LocalDateTime> byUpdate(EntityType type, Actor actor) {
        return new ListOrder<>(
                ROW,
                ROW.UPDATED_AT,
                ROW.ID,
                ROW.TYPE_ID.eq(type.id()).and(ROW.DELETED.isFalse()),
                maySee(actor),
                ListOrder::time,
                ListOrder::key);
    }

    List<OrderField<?>> sorted(boolean descending) {
        return descending ? List.of(key.desc(), id.desc()) : List.of(key.asc(), id.asc());
    }

    /// What comes after the place.
    Condition after(Cursor place, boolean descending) {
        var value = stored.apply(place.key());
        var last = Binary.of(place.id());
        return descending
                ? key.le(value).and(key.lt(value).or(id.lt(last)))
                : key.ge(value).and(key.gt(value).or(id.gt(last)));
    }

    /// What comes before the place, and the place itself.
    Condition upTo(Cursor place, boolean descending) {
        var value = stored.apply(place.key());
        var last = Binary.of(place.id());
        return descending
                ? key.ge(value).and(key.gt(value).or(id.ge(last)))
                : key.le(value).and(key.lt(value).or(id.le(last)));
    }

    Cursor place(Record2<K, byte[]> row) {
        return new Cursor(read.apply(row.value1()), Binary.entityId(row.value2()));
    }

    private static Condition maySee(Actor actor) {
        return actor.role() == Role.ADMIN
                ? trueCondition()
                : ROW.TEAM
                        .isNull()
                        .or(ROW.TEAM.in(actor.teams().stream().map(TeamId::value).toList()));
    }

    private static SortKey key(LocalDateTime updatedAt) {
        var time = HybridTime.at(Utc.instant(updatedAt));
        return new SortKey(ByteBuffer.allocate(Long.BYTES).putLong(time.packed()).array());
    }

    private static LocalDateTime time(SortKey key) {
        return Utc.of(new HybridTime(ByteBuffer.wrap(key.bytes()).getLong()).instant());
    }
}
