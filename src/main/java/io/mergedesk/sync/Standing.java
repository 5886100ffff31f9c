package io.mergedesk.sync;

import io.mergedesk.common.Priority;

/// How many jobs of a target stand somehow at one priority. Of those that are done only those of
/// the last day.
///
/// @param priority of the lane while a job is open, of its target once it is finished
public record Standing(TargetId target, Priority priority, JobState state, long jobs) {}
