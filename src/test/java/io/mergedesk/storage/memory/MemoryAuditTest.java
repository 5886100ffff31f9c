package io.mergedesk.storage.memory;

import io.mergedesk.audit.AuditContract;
import io.mergedesk.audit.AuditDesk;
import io.mergedesk.audit.AuditService;
import io.mergedesk.entities.World;
import io.mergedesk.ui.RecordsWorld;
import org.junit.jupiter.api.AfterEach;

class MemoryAuditTest implements AuditContract {

    private final World world = RecordsWorld.inMemory();
    private final AuditDesk desk =
            new AuditDesk(
                    world,
                    new MemoryAuditLog(world.log, world.trail),
                    new MemoryAuditVisits((MemoryTransactions) world.transactions));

    @Override
    public World world() {
        return world;
    }

    @Override
    public AuditService audit() {
        return desk.audit;
    }

    @AfterEach
    void close() {
        world.close();
    }
}
