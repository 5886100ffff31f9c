package io.mergedesk.conflicts;

/// What a site made of an entity, and which edits it had seen.
public record SiteRevision(VersionVector vector, Side side) {}
