package io.mergedesk.storage.memory;

import io.mergedesk.desk.BulkContract;
import io.mergedesk.desk.ConflictSearchContract;
import io.mergedesk.desk.DeskWorld;
import io.mergedesk.desk.FollowingContract;
import io.mergedesk.desk.HandlingContract;
import io.mergedesk.desk.InboxContract;
import io.mergedesk.entities.World;
import io.mergedesk.ui.RecordsWorld;
import org.junit.jupiter.api.AfterEach;

class MemoryDeskTest
        implements ConflictSearchContract,
                HandlingContract,
                BulkContract,
                InboxContract,
                FollowingContract {

    private final DeskWorld desk = over(RecordsWorld.inMemory());

    private static DeskWorld over(World world) {
        return new DeskWorld(world, RecordsWorld.searchOf(world), RecordsWorld.followingsOf(world));
    }

    @Override
    public DeskWorld desk() {
        return desk;
    }

    @AfterEach
    void close() {
        desk.close();
    }
}
