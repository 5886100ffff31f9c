package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY_INDEX;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import io.mergedesk.entities.KeyRange;
import io.mergedesk.storage.jooq.schema.tables.EntityIndex;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/// What lets an entity into a list, in terms of its index rows.
final class IndexConditions {

    private static final EntityIndex PROBE = ENTITY_INDEX.as("probe_index");

    private IndexConditions() {}

    /// Whether the entity has, or where the range is negated has not, a key within each range.
    static Condition meets(List<KeyRange> ranges, Field<byte[]> id) {
        Condition all = trueCondition();
        for (var range : ranges) {
            var found = lookedUp(PROBE, PROBE.ENTITY_ID.eq(id).and(within(PROBE, range)));
            all = all.and(range.negated() ? found.isNull() : found.isNotNull());
        }
        return all;
    }

    static Condition within(EntityIndex table, KeyRange range) {
        var condition =
                table.INDEX_ID.eq(range.index()).and(table.SORT_KEY.ge(range.from().bytes()));
        return range.to() == null
                ? condition
                : condition.and(table.SORT_KEY.lt(range.to().bytes()));
    }

    /// A row that is looked up for one entity. An EXISTS would be turned into a join that starts at
    /// the other end and sorts all it finds; MariaDB leaves a single value where it stands.
    static Field<Integer> lookedUp(Table<?> table, Condition condition) {
        return field(selectOne().from(table).where(condition).limit(1));
    }
}
