package io.mergedesk.storage.memory;

import io.mergedesk.common.TeamId;
import io.mergedesk.security.People;
import io.mergedesk.security.Team;
import io.mergedesk.security.TeamUse;
import io.mergedesk.security.Teams;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/// Teams in memory.
public final class MemoryTeams implements Teams {

    private final SortedMap<TeamId, Team> teams = new TreeMap<>();
    private final People people;
    private final ToLongFunction<TeamId> entities;

    /// @param entities how many entities belong to a team
    public MemoryTeams(People people, ToLongFunction<TeamId> entities) {
        this.people = people;
        this.entities = entities;
    }

    @Override
    public synchronized List<Team> all() {
        return List.copyOf(teams.values());
    }

    @Override
    public synchronized boolean add(Team team, Instant at) {
        return teams.putIfAbsent(team.id(), team) == null;
    }

    @Override
    public synchronized boolean rename(TeamId team, String label) {
        return teams.replace(team, new Team(team, label)) != null;
    }

    @Override
    public synchronized boolean removeUnused(TeamId team) {
        var use = useOf(team);
        return use.people() == 0 && use.entities() == 0 && teams.remove(team) != null;
    }

    @Override
    public TeamUse useOf(TeamId team) {
        return new TeamUse(
                people.all().stream().filter(person -> person.teams().contains(team)).count(),
                entities.applyAsLong(team));
    }
}
