package io.mergedesk.storage.memory;

import io.mergedesk.entities.EntitySearchContract;
import io.mergedesk.entities.KeptHistoryContract;
import io.mergedesk.entities.ParkingContract;
import io.mergedesk.entities.PublishingContract;
import io.mergedesk.entities.SettlingContract;
import io.mergedesk.entities.SeveralEditsContract;
import io.mergedesk.entities.World;
import io.mergedesk.entities.WritePathContract;
import io.mergedesk.ui.RecordsWorld;
import org.junit.jupiter.api.AfterEach;

class MemoryWorldTest
        implements WritePathContract,
                SeveralEditsContract,
                ParkingContract,
                SettlingContract,
                KeptHistoryContract,
                PublishingContract,
                EntitySearchContract {

    private final World world = RecordsWorld.inMemory();

    @Override
    public World world() {
        return world;
    }

    @AfterEach
    void close() {
        world.close();
    }
}
