package io.mergedesk.security;

import io.mergedesk.common.TeamId;
import java.time.Instant;
import java.util.List;

/// Where teams are kept. Writes join the transaction of the caller.
public interface Teams {

    /// All teams, by id.
    List<Team> all();

    /// Whether the team was added; false when it is there already.
    boolean add(Team team, Instant at);

    /// @return false when there is no such team
    boolean rename(TeamId team, String label);

    /// Removes a team that nobody and no entity uses.
    ///
    /// @return false when there is no such team, or it is used
    boolean removeUnused(TeamId team);

    TeamUse useOf(TeamId team);
}
