package io.mergedesk.ui.people;

import io.mergedesk.common.TeamId;
import io.mergedesk.security.Team;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What people call the teams.
record TeamNames(Map<TeamId, String> byId) {

    TeamNames {
        byId = Map.copyOf(byId);
    }

    static TeamNames of(List<Team> teams) {
        return new TeamNames(teams.stream().collect(Collectors.toMap(Team::id, Team::label)));
    }

    /// Its id, where the team is not there any more.
    String of(TeamId team) {
        return byId.getOrDefault(team, team.value());
    }
}
