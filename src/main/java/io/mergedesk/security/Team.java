package io.mergedesk.security;

import io.mergedesk.common.TeamId;

/// A team, as records, files and programs name it, and as people call it.
///
/// @param label may change at will; the id stays, as the history of records holds it
public record Team(TeamId id, String label) {}
