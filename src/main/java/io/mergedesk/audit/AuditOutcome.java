package io.mergedesk.audit;

import io.mergedesk.common.Role;

/// What somebody who asks for the audit trail gets.
public sealed interface AuditOutcome {

    record Found(AuditPage page) implements AuditOutcome {}

    record Forbidden(Role needed) implements AuditOutcome {}
}
