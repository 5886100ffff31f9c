package io.mergedesk.security;

import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;

/// What became of a wish for another team, another name of one, or one team less.
public sealed interface TeamOutcome {

    /// As the team is now, or was when it was deleted.
    record Done(Team team) implements TeamOutcome {}

    record Refused(Violation violation) implements TeamOutcome {}

    /// It can only be deleted when nothing uses it.
    record InUse(TeamUse use) implements TeamOutcome {}

    record Missing(TeamId team) implements TeamOutcome {}

    record Forbidden(Role needed) implements TeamOutcome {}
}
