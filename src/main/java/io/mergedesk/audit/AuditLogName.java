package io.mergedesk.audit;

/// The two logs that the audit trail shows as one.
public enum AuditLogName {
    /// The feed: edits of records.
    CHANGES,
    /// The trail: everything else.
    ENTRIES
}
