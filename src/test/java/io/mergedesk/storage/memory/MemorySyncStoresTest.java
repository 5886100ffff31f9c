package io.mergedesk.storage.memory;

import io.mergedesk.common.EntityId;
import io.mergedesk.entities.World;
import io.mergedesk.sync.JobStore;
import io.mergedesk.sync.JobStoreContract;
import io.mergedesk.sync.SyncQueue;
import io.mergedesk.sync.TargetStore;
import io.mergedesk.sync.TargetStoreContract;
import io.mergedesk.ui.RecordsWorld;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

class MemorySyncStoresTest implements JobStoreContract, TargetStoreContract {

    private final World world = RecordsWorld.inMemory();
    private final MemoryTransactions transactions = (MemoryTransactions) world.transactions;
    private final MemorySyncQueue queue = new MemorySyncQueue(transactions, InstantSource.system());
    private final MemoryTargetStore targets =
            new MemoryTargetStore(transactions, queue, world.log::head);
    private final MemoryJobStore store =
            new MemoryJobStore(
                    transactions,
                    queue,
                    targets,
                    world.log,
                    () -> new EntityId(UUID.randomUUID()),
                    InstantSource.system());

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public JobStore store() {
        return store;
    }

    @Override
    public TargetStore targets() {
        return targets;
    }

    @Override
    public SyncQueue queue() {
        return queue;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }

    @Override
    public EntityId write() {
        return world.create(World.ANNA, "name", "Anna").id();
    }
}
