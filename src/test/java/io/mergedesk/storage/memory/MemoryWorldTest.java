package io.mergedesk.storage.memory;

import io.mergedesk.entities.EntitySearchContract;
import io.mergedesk.entities.World;
import io.mergedesk.entities.WritePathContract;
import org.junit.jupiter.api.AfterEach;

class MemoryWorldTest implements WritePathContract, EntitySearchContract {

    private final World world = new World(stores());

    private static World.Stores stores() {
        var transactions = new MemoryTransactions();
        var entities = new MemoryEntityStore(transactions);
        return new World.Stores(
                transactions,
                _ -> entities,
                _ -> new MemoryChangeLog(transactions),
                _ -> new MemoryEntitySearch(entities),
                new MemoryTypeStore(transactions, entities),
                new MemoryIdempotencyStore(transactions));
    }

    @Override
    public World world() {
        return world;
    }

    @AfterEach
    void close() {
        world.close();
    }
}
