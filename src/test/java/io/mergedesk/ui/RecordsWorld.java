package io.mergedesk.ui;

import io.mergedesk.desk.ConflictSearch;
import io.mergedesk.desk.FollowingStore;
import io.mergedesk.entities.World;
import io.mergedesk.storage.memory.MemoryChangeLog;
import io.mergedesk.storage.memory.MemoryConflictSearch;
import io.mergedesk.storage.memory.MemoryConflictStore;
import io.mergedesk.storage.memory.MemoryEntitySearch;
import io.mergedesk.storage.memory.MemoryEntityStore;
import io.mergedesk.storage.memory.MemoryFollowingStore;
import io.mergedesk.storage.memory.MemoryIdempotencyStore;
import io.mergedesk.storage.memory.MemoryNoticeStore;
import io.mergedesk.storage.memory.MemoryTrail;
import io.mergedesk.storage.memory.MemoryTransactions;
import io.mergedesk.storage.memory.MemoryTypeStore;

/// The real write path over stores in memory.
public final class RecordsWorld {

    private RecordsWorld() {}

    public static World inMemory() {
        var transactions = new MemoryTransactions();
        var entities = new MemoryEntityStore(transactions);
        return new World(
                new World.Stores(
                        transactions,
                        _ -> entities,
                        _ -> new MemoryChangeLog(transactions),
                        _ -> new MemoryEntitySearch(entities),
                        new MemoryTypeStore(transactions, entities),
                        new MemoryIdempotencyStore(transactions),
                        _ -> new MemoryConflictStore(transactions),
                        _ -> new MemoryNoticeStore(transactions),
                        new MemoryTrail(transactions)));
    }

    /// Keeps who follows what in such a world.
    public static FollowingStore followingsOf(World world) {
        return new MemoryFollowingStore((MemoryTransactions) world.transactions, world.log);
    }

    /// Finds the conflicts of such a world.
    public static ConflictSearch searchOf(World world) {
        return new MemoryConflictSearch(
                (MemoryConflictStore) world.conflictStore,
                (MemoryEntityStore) world.store,
                world.log,
                world.clock);
    }
}
