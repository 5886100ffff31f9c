package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.CONFLICT;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Settlement.How;
import io.mergedesk.desk.ConflictCursor;
import io.mergedesk.desk.ConflictQuery;
import io.mergedesk.desk.ConflictStatus;
import io.mergedesk.entities.Types;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.Field;

/// What the desk asks for, in SQL over `conflict` joined with `entity`.
record DeskConditions(Types types, Instant now) {

    static final Condition AUTOMATIC = CONFLICT.SETTLED_HOW.eq(inline(How.AUTOMATIC.wireName()));
    static final Condition DECIDED =
            CONFLICT.SETTLED_HOW.in(inline(How.PERSON.wireName()), inline(How.RULE.wireName()));
    static final Condition SETTLED =
            CONFLICT.SETTLED_HOW.in(
                    inline(How.PERSON.wireName()),
                    inline(How.RULE.wireName()),
                    inline(How.OVERTAKEN.wireName()));

    static Condition is(ConflictStatus status) {
        return switch (status) {
            case OPEN -> CONFLICT.STATUS.eq(inline(ConflictRows.OPEN));
            case SETTLED -> SETTLED;
            case AUTOMATIC -> AUTOMATIC;
        };
    }

    static Condition visible(Actor actor) {
        var own =
                actor.is(Role.SUPERVISOR) ? noCondition() : CONFLICT.AUTHOR.eq(actor.id().value());
        return actor.is(Role.ADMIN)
                ? own
                : own.and(
                        ENTITY.TEAM
                                .isNull()
                                .or(
                                        ENTITY.TEAM.in(
                                                actor.teams().stream()
                                                        .map(TeamId::value)
                                                        .toList())));
    }

    static Condition after(ConflictQuery query, ConflictCursor after) {
        var id = Binary.of(after.id());
        var rank = (byte) after.priority().rank();
        boolean back = query.backwards();
        return switch (query.order()) {
            case NEWEST -> back ? CONFLICT.ID.gt(id) : CONFLICT.ID.lt(id);
            case OLDEST -> back ? CONFLICT.ID.lt(id) : CONFLICT.ID.gt(id);
            case URGENT ->
                    back
                            ? CONFLICT.PRIORITY
                                    .lt(rank)
                                    .or(CONFLICT.PRIORITY.eq(rank).and(CONFLICT.ID.lt(id)))
                            : CONFLICT.PRIORITY
                                    .gt(rank)
                                    .or(CONFLICT.PRIORITY.eq(rank).and(CONFLICT.ID.gt(id)));
        };
    }

    Condition of(io.mergedesk.desk.Condition condition) {
        return switch (condition) {
            case io.mergedesk.desk.Condition.OfType(var type) ->
                    types.find(type)
                            .map(found -> CONFLICT.TYPE_ID.eq(found.id()))
                            .orElse(falseCondition());
            case io.mergedesk.desk.Condition.OfEntity(var entity) ->
                    CONFLICT.ENTITY_ID.eq(Binary.of(entity));
            case io.mergedesk.desk.Condition.OnField(var field) ->
                    holds(CONFLICT.CONTESTED, field)
                            .or(CONFLICT.CONTESTED.eq("").and(holds(CONFLICT.MERGED, field)));
            case io.mergedesk.desk.Condition.Involving(var person) ->
                    CONFLICT.AUTHOR.eq(person.value()).or(met(person));
            case io.mergedesk.desk.Condition.By(var author) -> CONFLICT.AUTHOR.eq(author.value());
            case io.mergedesk.desk.Condition.AssignedTo(var person) ->
                    CONFLICT.ASSIGNEE.eq(person.value());
            case io.mergedesk.desk.Condition.Unassigned _ -> CONFLICT.ASSIGNEE.isNull();
            case io.mergedesk.desk.Condition.Urgency(var priority) ->
                    CONFLICT.PRIORITY.eq((byte) priority.rank());
            case io.mergedesk.desk.Condition.Inspected(var inspected) ->
                    CONFLICT.INSPECTED.eq(inspected);
            case io.mergedesk.desk.Condition.OlderThan(var age) ->
                    CONFLICT.EDITED_AT.le(Utc.of(now.minus(age)));
            case io.mergedesk.desk.Condition.CameBy(var origin) ->
                    CONFLICT.ORIGIN.eq(origin.wireName());
            case io.mergedesk.desk.Condition.InBatch(var batch) ->
                    CONFLICT.SETTLED_BATCH_ID.eq(Binary.of(batch));
        };
    }

    /// Names stand with blanks between.
    private static Condition holds(Field<String> names, FieldName field) {
        return position(concat(inline(" "), names, inline(" ")), val(" " + field.value() + " "))
                .gt(0);
    }

    private static Condition met(UserId person) {
        return exists(
                selectOne()
                        .from(CHANGE_LOG)
                        .where(CHANGE_LOG.ENTITY_ID.eq(CONFLICT.ENTITY_ID))
                        .and(CHANGE_LOG.REVISION.gt(CONFLICT.BASE_REVISION))
                        .and(CHANGE_LOG.REVISION.le(CONFLICT.MET_REVISION))
                        .and(CHANGE_LOG.AUTHOR.eq(person.value())));
    }
}
