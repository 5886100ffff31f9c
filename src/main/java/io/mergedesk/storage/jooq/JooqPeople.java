package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.PERSON;
import static io.mergedesk.storage.jooq.schema.Tables.PERSON_TEAM;
import static org.jooq.impl.DSL.noCondition;

import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import io.mergedesk.security.Account;
import io.mergedesk.security.People;
import io.mergedesk.security.Person;
import io.mergedesk.storage.jooq.schema.tables.records.PersonRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// People in MariaDB, with the teams they are in.
@Repository
class JooqPeople implements People {

    private final DSLContext database;

    JooqPeople(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<Account> find(UserId id) {
        return accounts(PERSON.ID.eq(id.value())).stream().findFirst();
    }

    @Override
    public List<Person> all() {
        return accounts(noCondition()).stream().map(Account::person).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(Account account) {
        var person = account.person();
        var added =
                database.insertInto(PERSON)
                        .set(PERSON.ID, person.id().value())
                        .set(PERSON.DISPLAY_NAME, person.displayName())
                        .set(PERSON.ROLE, person.role().wireName())
                        .set(PERSON.DISABLED, person.disabled())
                        .set(PERSON.PASSWORD_HASH, account.passwordHash())
                        .set(PERSON.PASSWORD_VERSION, person.passwordVersion())
                        .set(PERSON.CREATED_AT, Utc.of(person.createdAt()))
                        .onDuplicateKeyIgnore()
                        .execute();
        if (added == 1) {
            replaceTeams(person);
        }
        return added == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean update(Person person) {
        var found =
                database.selectOne()
                        .from(PERSON)
                        .where(PERSON.ID.eq(person.id().value()))
                        .forUpdate()
                        .fetchOne();
        if (found == null) {
            return false;
        }
        database.update(PERSON)
                .set(PERSON.DISPLAY_NAME, person.displayName())
                .set(PERSON.ROLE, person.role().wireName())
                .set(PERSON.DISABLED, person.disabled())
                .where(PERSON.ID.eq(person.id().value()))
                .execute();
        replaceTeams(person);
        return true;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean changePassword(UserId id, String passwordHash) {
        return database.update(PERSON)
                        .set(PERSON.PASSWORD_HASH, passwordHash)
                        .set(PERSON.PASSWORD_VERSION, PERSON.PASSWORD_VERSION.plus(1))
                        .where(PERSON.ID.eq(id.value()))
                        .execute()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void signedIn(UserId id, Instant at) {
        database.update(PERSON)
                .set(PERSON.LAST_SIGN_IN_AT, Utc.of(at))
                .where(PERSON.ID.eq(id.value()))
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<UserId> lockActiveAdmins() {
        return Set.copyOf(
                database.select(PERSON.ID)
                        .from(PERSON)
                        .where(PERSON.ROLE.eq(Role.ADMIN.wireName()))
                        .and(PERSON.DISABLED.eq(false))
                        .orderBy(PERSON.ID)
                        .forUpdate()
                        .fetch(row -> new UserId(row.value1())));
    }

    @Override
    public boolean hasActiveAdmin() {
        return database.fetchExists(
                database.selectOne()
                        .from(PERSON)
                        .where(PERSON.ROLE.eq(Role.ADMIN.wireName()))
                        .and(PERSON.DISABLED.eq(false)));
    }

    private void replaceTeams(Person person) {
        var id = person.id().value();
        database.deleteFrom(PERSON_TEAM).where(PERSON_TEAM.PERSON_ID.eq(id)).execute();
        for (var team : person.teams()) {
            database.insertInto(PERSON_TEAM)
                    .set(PERSON_TEAM.PERSON_ID, id)
                    .set(PERSON_TEAM.TEAM_ID, team.value())
                    .execute();
        }
    }

    /// One row per person and team, put together here: jOOQ's `multiset` would need a session
    /// variable on MariaDB.
    private List<Account> accounts(Condition condition) {
        return database
                .select(PERSON.asterisk(), PERSON_TEAM.TEAM_ID)
                .from(PERSON)
                .leftJoin(PERSON_TEAM)
                .on(PERSON_TEAM.PERSON_ID.eq(PERSON.ID))
                .where(condition)
                .orderBy(PERSON.ID)
                .fetchGroups(PERSON)
                .entrySet()
                .stream()
                .map(entry -> account(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Account account(PersonRecord row, Result<? extends Record> rows) {
        var teams = new TreeSet<TeamId>();
        for (var team : rows.getValues(PERSON_TEAM.TEAM_ID)) {
            if (team != null) {
                teams.add(new TeamId(team));
            }
        }
        var person =
                new Person(
                        new UserId(row.getId()),
                        row.getDisplayName(),
                        Role.parse(row.getRole()),
                        teams,
                        row.getDisabled(),
                        row.getPasswordVersion(),
                        Utc.instant(row.getCreatedAt()),
                        Optional.ofNullable(row.getLastSignInAt()).map(Utc::instant));
        return new Account(person, row.getPasswordHash());
    }
}
