package io.mergedesk.api;

/// What was done with many jobs, or would be.
///
/// @param matching how many there were when it was asked for
/// @param changed with how many it was done; 0 in a dry run
record JobWorkJson(boolean dryRun, long matching, int changed) {}
