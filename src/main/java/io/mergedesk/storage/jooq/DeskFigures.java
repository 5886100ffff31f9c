package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CONFLICT;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.desk.Figures;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;

/// Counts what came and went at the desk since a day, in the columns of two indexes alone: what was
/// merged without asking is a thousand times what was asked.
record DeskFigures(
        DSLContext sql, Actor actor, LocalDate since, LocalDate until, ZoneOffset offset) {

    private static final Condition ASKED = CONFLICT.SETTLED_HOW.isNull().or(DeskConditions.SETTLED);
    private static final Field<Long> WAITED =
            field(
                    "timestampdiff(microsecond, {0}, {1})",
                    Long.class, CONFLICT.EDITED_AT, CONFLICT.SETTLED_AT);

    Figures read() {
        var arrived = perDay(CONFLICT.EDITED_AT, ASKED);
        var settled = perDay(CONFLICT.SETTLED_AT, DeskConditions.SETTLED);
        return new Figures(
                many(CONFLICT.SETTLED_HOW.isNull()),
                since.datesUntil(until.plusDays(1))
                        .map(day ->
                                new Figures.Day(
                                        day,
                                        arrived.getOrDefault(day, 0),
                                        settled.getOrDefault(day, 0)))
                        .toList(),
                many(DeskConditions.AUTOMATIC.and(CONFLICT.SETTLED_AT.ge(start()))),
                median(),
                many(ASKED.and(CONFLICT.REOPENED_COUNT.gt(0)).and(CONFLICT.EDITED_AT.ge(start()))));
    }

    private LocalDateTime start() {
        return Utc.of(since.atStartOfDay().toInstant(offset));
    }

    private Map<LocalDate, Integer> perDay(Field<LocalDateTime> at, Condition counted) {
        var day =
                field(
                        "date({0} + interval {1} second)",
                        LocalDate.class, at, inline(offset.getTotalSeconds()));
        return from(day, count())
                .and(counted)
                .and(at.ge(start()))
                .groupBy(day)
                .fetchMap(day, count());
    }

    private int many(Condition counted) {
        return sql.fetchCount(from(inline(1)).and(counted));
    }

    private Optional<Duration> median() {
        var decided = DeskConditions.DECIDED.and(CONFLICT.SETTLED_AT.ge(start()));
        int all = many(decided);
        return all == 0
                ? Optional.empty()
                : from(WAITED)
                        .and(decided)
                        .orderBy(WAITED)
                        .limit(1)
                        .offset((all - 1) / 2)
                        .fetchOptional(WAITED)
                        .map(micros -> Duration.ofNanos(micros * 1_000));
    }

    /// An admin sees all, so that nobody has to look which team a record is of.
    private SelectConditionStep<Record> from(SelectField<?>... fields) {
        var select = sql.select(fields).from(CONFLICT);
        return actor.is(Role.ADMIN)
                ? select.where(noCondition())
                : select.join(ENTITY)
                        .on(ENTITY.ID.eq(CONFLICT.ENTITY_ID))
                        .where(DeskConditions.visible(actor));
    }
}
