package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CONFLICT;
import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static org.jooq.impl.DSL.noCondition;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mergedesk.common.Actor;
import io.mergedesk.desk.ConflictCursor;
import io.mergedesk.desk.ConflictPage;
import io.mergedesk.desk.ConflictQuery;
import io.mergedesk.desk.ConflictSearch;
import io.mergedesk.desk.ConflictStatus;
import io.mergedesk.desk.Figures;
import io.mergedesk.entities.Types;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SortField;
import org.springframework.stereotype.Repository;

/// Finds conflicts in MariaDB, page by page from where the last one ended.
@Repository
class JooqConflictSearch implements ConflictSearch {

    private static final Duration FIGURES_AGE = Duration.ofSeconds(10);

    private final DSLContext sql;
    private final Types types;
    private final ConflictRows rows;
    private final InstantSource clock;
    private final Cache<Asked, Figures> figures =
            Caffeine.newBuilder().expireAfterWrite(FIGURES_AGE).maximumSize(200).build();

    JooqConflictSearch(DSLContext sql, Types types, InstantSource clock) {
        this.sql = sql;
        this.types = types;
        this.rows = new ConflictRows(types);
        this.clock = clock;
    }

    @Override
    public ConflictPage page(ConflictQuery query, Actor actor) {
        var found =
                sql.select(CONFLICT.fields())
                        .from(CONFLICT)
                        .join(ENTITY)
                        .on(ENTITY.ID.eq(CONFLICT.ENTITY_ID))
                        .where(asked(query.status(), query.conditions(), actor))
                        .and(
                                query.after()
                                        .map(cursor -> DeskConditions.after(query, cursor))
                                        .orElse(noCondition()))
                        .orderBy(order(query))
                        .limit(query.limit() + 1)
                        .fetch(row -> rows.read(row.into(CONFLICT)));
        boolean more = found.size() > query.limit();
        var shown = more ? found.subList(0, query.limit()) : found;
        return new ConflictPage(
                shown, more ? Optional.of(ConflictCursor.at(shown.getLast())) : Optional.empty());
    }

    private static List<SortField<?>> order(ConflictQuery query) {
        boolean back = query.backwards();
        return switch (query.order()) {
            case NEWEST -> List.of(back ? CONFLICT.ID.asc() : CONFLICT.ID.desc());
            case OLDEST -> List.of(back ? CONFLICT.ID.desc() : CONFLICT.ID.asc());
            case URGENT ->
                    back
                            ? List.of(CONFLICT.PRIORITY.desc(), CONFLICT.ID.desc())
                            : List.of(CONFLICT.PRIORITY.asc(), CONFLICT.ID.asc());
        };
    }

    @Override
    public int count(
            ConflictStatus status,
            List<io.mergedesk.desk.Condition> conditions,
            Actor actor,
            int most) {
        var some =
                sql.selectOne()
                        .from(CONFLICT)
                        .join(ENTITY)
                        .on(ENTITY.ID.eq(CONFLICT.ENTITY_ID))
                        .where(asked(status, conditions, actor))
                        .limit(most)
                        .asTable("some");
        return sql.selectCount().from(some).fetchSingle().value1();
    }

    @Override
    public Figures figures(LocalDate since, ZoneOffset offset, Actor actor) {
        var read = figures.get(new Asked(since, offset, actor), this::read);
        return read.waiting(count(ConflictStatus.OPEN, List.of(), actor, Integer.MAX_VALUE));
    }

    private record Asked(LocalDate since, ZoneOffset offset, Actor actor) {}

    private Figures read(Asked asked) {
        var until = LocalDate.ofInstant(clock.instant(), asked.offset());
        return new DeskFigures(sql, asked.actor(), asked.since(), until, asked.offset()).read();
    }

    private Condition asked(
            ConflictStatus status, List<io.mergedesk.desk.Condition> conditions, Actor actor) {
        var translated = new DeskConditions(types, clock.instant());
        var all = DeskConditions.is(status).and(DeskConditions.visible(actor));
        for (var condition : conditions) {
            all = all.and(translated.of(condition));
        }
        return all;
    }
}
