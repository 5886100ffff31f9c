package io.mergedesk.storage.memory;

import io.mergedesk.common.TeamId;
import io.mergedesk.security.People;
import io.mergedesk.security.Teams;
import io.mergedesk.security.TeamsContract;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

class MemoryTeamsTest implements TeamsContract {

    private final MemoryPeople people = new MemoryPeople();
    private final List<TeamId> teamsOfEntities = new ArrayList<>();
    private final Teams teams =
            new MemoryTeams(people, team -> Collections.frequency(teamsOfEntities, team));

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
        teamsOfEntities.add(team);
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }
}
