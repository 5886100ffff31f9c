package io.mergedesk.security;

import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;

/// What became of a wish for another team.
public sealed interface TeamOutcome {

    record Created(TeamId team) implements TeamOutcome {}

    record Refused(Violation violation) implements TeamOutcome {}

    record Forbidden(Role needed) implements TeamOutcome {}
}
