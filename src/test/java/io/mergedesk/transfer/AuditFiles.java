package io.mergedesk.transfer;

import io.mergedesk.audit.AuditService;
import io.mergedesk.entities.World;
import io.mergedesk.trail.TrailQueue;

/// The export of the audit trail of a world.
public final class AuditFiles {

    private AuditFiles() {}

    public static AuditExport of(AuditService audit, TrailQueue trail, World world) {
        return new AuditExport(audit, trail, world.clock);
    }
}
