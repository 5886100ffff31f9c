package io.mergedesk.security;

import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import java.util.Set;

/// What an admin enters to let somebody in; nothing of it is checked yet.
public record NewPerson(
        String account, String displayName, Role role, Set<TeamId> teams, String password) {

    public NewPerson {
        teams = Set.copyOf(teams);
    }

    /// Leaves the password out, so that it never gets into a log.
    @Override
    public String toString() {
        return "NewPerson[account=" + account + ", role=" + role + "]";
    }
}
