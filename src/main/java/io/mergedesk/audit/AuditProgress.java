package io.mergedesk.audit;

import io.mergedesk.common.Sequence;

/// How far the index of a log is: up to which place, of how many. The rest is found all the same,
/// by reading it.
public record AuditProgress(Sequence indexed, Sequence head) {}
