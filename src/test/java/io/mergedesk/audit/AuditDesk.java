package io.mergedesk.audit;

import io.mergedesk.entities.World;
import java.time.Duration;

/// The audit trail over the logs of a world; its index follows when a test says so.
public final class AuditDesk {

    public final AuditService audit;
    public final AuditFollower follower;

    public AuditDesk(World world, AuditLog log, AuditVisits visits) {
        audit = new AuditService(log, world.service, visits, world.transactions, world.clock);
        follower = new AuditFollower(log, world.transactions, Duration.ofSeconds(1));
    }
}
