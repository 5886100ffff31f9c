package io.mergedesk.storage.jooq;

import io.mergedesk.entities.EntitySearchContract;
import io.mergedesk.entities.KeptHistoryContract;
import io.mergedesk.entities.ParkingContract;
import io.mergedesk.entities.PublishingContract;
import io.mergedesk.entities.SettlingContract;
import io.mergedesk.entities.SeveralEditsContract;
import io.mergedesk.entities.World;
import io.mergedesk.entities.WritePathContract;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

class JooqWorldTest
        implements WritePathContract,
                SeveralEditsContract,
                ParkingContract,
                SettlingContract,
                KeptHistoryContract,
                PublishingContract,
                EntitySearchContract {

    private final World world = new World(stores(new TransactedDatabase()));

    static World.Stores stores(TransactedDatabase database) {
        var sql = database.jooq();
        return new World.Stores(
                database.transactions(),
                types -> new JooqEntityStore(sql, types),
                types -> new JooqChangeLog(sql, types),
                types -> new JooqEntitySearch(sql, types),
                new JooqTypeStore(sql, InstantSource.system()),
                new JooqIdempotencyStore(sql),
                types -> new JooqConflictStore(sql, types),
                types -> new JooqNoticeStore(sql, types),
                new JooqTrail(sql));
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
