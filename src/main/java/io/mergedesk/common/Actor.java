package io.mergedesk.common;

import java.util.Optional;
import java.util.Set;

/// Who asks, and with which rights: every service checks what it does against one.
public record Actor(UserId id, Role role, Set<TeamId> teams) {

    public Actor {
        teams = Set.copyOf(teams);
    }

    /// Whether this person may see an entity of the given team; admins see every team, an entity
    /// without one is everybody's.
    public boolean maySee(Optional<TeamId> team) {
        return team.isEmpty() || role == Role.ADMIN || teams.contains(team.get());
    }

    public boolean is(Role needed) {
        return role.includes(needed);
    }
}
