package io.mergedesk.storage.jooq;

import io.mergedesk.common.TeamId;
import io.mergedesk.entities.World;
import io.mergedesk.security.People;
import io.mergedesk.security.Teams;
import io.mergedesk.security.TeamsContract;
import java.util.function.Supplier;

class JooqTeamsTest implements TeamsContract {

    private final TransactedDatabase database = new TransactedDatabase();
    private final JooqTeams teams = new JooqTeams(database.jooq());
    private final JooqPeople people = new JooqPeople(database.jooq());

    @Override
    public Teams teams() {
        return teams;
    }

    @Override
    public People people() {
        return people;
    }

    @Override
    public void giveEntityTo(TeamId team) {
        try (var world = new World(JooqWorldTest.stores(database))) {
            world.create(World.ADMIN, "name", "Quay", "team", team.value());
        }
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }
}
