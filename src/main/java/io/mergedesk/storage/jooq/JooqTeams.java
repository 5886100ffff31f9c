package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static io.mergedesk.storage.jooq.schema.Tables.PERSON_TEAM;
import static io.mergedesk.storage.jooq.schema.Tables.TEAM;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import io.mergedesk.common.TeamId;
import io.mergedesk.security.Team;
import io.mergedesk.security.TeamUse;
import io.mergedesk.security.Teams;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Teams in MariaDB.
@Repository
class JooqTeams implements Teams {

    private final DSLContext sql;

    JooqTeams(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Team> all() {
        return sql.select(TEAM.ID, TEAM.LABEL)
                .from(TEAM)
                .orderBy(TEAM.ID)
                .fetch(row -> new Team(new TeamId(row.value1()), row.value2()));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(Team team, Instant at) {
        return sql.insertInto(TEAM)
                        .set(TEAM.ID, team.id().value())
                        .set(TEAM.LABEL, team.label())
                        .set(TEAM.CREATED_AT, Utc.of(at))
                        .onDuplicateKeyIgnore()
                        .execute()
                == 1;
    }

    /// The driver counts the rows that were found, changed or not.
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean rename(TeamId team, String label) {
        return sql.update(TEAM).set(TEAM.LABEL, label).where(TEAM.ID.eq(team.value())).execute()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean removeUnused(TeamId team) {
        var id = team.value();
        return sql.deleteFrom(TEAM)
                        .where(TEAM.ID.eq(id))
                        .and(
                                notExists(
                                        selectOne()
                                                .from(PERSON_TEAM)
                                                .where(PERSON_TEAM.TEAM_ID.eq(id))))
                        .and(notExists(selectOne().from(ENTITY).where(ENTITY.TEAM.eq(id))))
                        .execute()
                == 1;
    }

    @Override
    public TeamUse useOf(TeamId team) {
        return new TeamUse(
                sql.fetchCount(PERSON_TEAM, PERSON_TEAM.TEAM_ID.eq(team.value())),
                sql.fetchCount(ENTITY, ENTITY.TEAM.eq(team.value())));
    }
}
