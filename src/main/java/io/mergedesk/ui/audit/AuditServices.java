package io.mergedesk.ui.audit;

import io.mergedesk.audit.AuditIntegrity;
import io.mergedesk.audit.AuditService;
import io.mergedesk.transfer.AuditExport;
import io.mergedesk.ui.fields.Services;
import org.springframework.stereotype.Component;

/// All that the audit screen asks, beside what screens with records ask.
@Component
record AuditServices(
        AuditService audit, AuditIntegrity integrity, AuditExport export, Services records) {}
