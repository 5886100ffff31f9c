package io.mergedesk.sync;

/// How many jobs of a target stand somehow. Of those that are done only those of the last day.
public record JobCount(TargetId target, JobState state, long jobs) {}
