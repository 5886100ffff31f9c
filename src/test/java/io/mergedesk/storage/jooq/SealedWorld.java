package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.FEED_HEAD;
import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_HEAD;

import io.mergedesk.audit.AuditIntegrity;
import io.mergedesk.audit.ChainReport;
import io.mergedesk.audit.CheckpointWriter;
import io.mergedesk.audit.Checkpoints;
import io.mergedesk.audit.ErasureCheck;
import io.mergedesk.audit.ErasureStore;
import io.mergedesk.audit.Erasures;
import io.mergedesk.audit.Extent;
import io.mergedesk.audit.Holds;
import io.mergedesk.audit.Retention;
import io.mergedesk.audit.SealedChain;
import io.mergedesk.audit.VerificationOutcome;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.SiteId;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.World;
import io.mergedesk.storage.OwnerDatabase;
import io.mergedesk.storage.jooq.schema.DefaultSchema;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// A world on a real MariaDB whose chains are verified, with a way round everything that guards
/// them.
final class SealedWorld implements AutoCloseable {

    static final Actor ADMIN = new Actor(new UserId("admin"), Role.ADMIN, Set.of());

    final TransactedDatabase database;
    final World world;
    final Checkpoints checkpoints;
    final AuditIntegrity integrity;
    final CheckpointWriter writer;
    final JooqEraser eraser;
    final ErasureStore erasureStore;
    final Holds holds;
    final Erasures erasures;

    /// One schema for all tests that leave the tables as they are: migrating takes longer than a
    /// test.
    private static final class Shared {

        private static final TransactedDatabase DATABASE = new TransactedDatabase();

        static TransactedDatabase emptied() {
            DATABASE.inTransaction(() -> {
                for (var table : DefaultSchema.DEFAULT_SCHEMA.getTables()) {
                    DATABASE.jooq().deleteFrom(table).execute();
                }
                return DATABASE.jooq()
                                .insertInto(FEED_HEAD)
                                .values((byte) 1, 0L, new byte[32])
                                .execute()
                        + DATABASE.jooq()
                                .insertInto(TRAIL_HEAD)
                                .values((byte) 1, 0L, new byte[32])
                                .execute();
            });
            return DATABASE;
        }
    }

    SealedWorld(Path home) {
        this(home, Shared.emptied());
    }

    SealedWorld(Path home, TransactedDatabase database) {
        this.database = database;
        this.world = new World(JooqWorldTest.stores(database));
        checkpoints = new Checkpoints(home, new SiteId("here"));
        var sql = database.jooq();
        var transactions = database.transactions();
        eraser = new JooqEraser(new OwnerDatabase(database.schema()), world.types);
        erasureStore = new JooqErasureStore(sql);
        holds =
                new Holds(
                        new JooqHoldStore(sql),
                        world.store,
                        world.typeService,
                        world.trail,
                        transactions,
                        world.clock);
        erasures =
                new Erasures(
                        eraser,
                        erasureStore,
                        holds,
                        world.store,
                        world.typeService,
                        world.trail,
                        transactions,
                        world.clock);
        integrity =
                new AuditIntegrity(
                        chains(),
                        checkpoints,
                        new ErasureCheck(eraser, erasureStore, world.trail),
                        new JooqCurrentEntities(sql, world.types),
                        InstantSource.system());
        writer =
                new CheckpointWriter(
                        chains(),
                        checkpoints,
                        new JooqCheckpointNote(database.jooq()),
                        world.trail,
                        database.transactions(),
                        InstantSource.system(),
                        new CheckpointWriter.Pace(1, Duration.ZERO));
    }

    /// Values are kept that long.
    Retention retention(Duration kept) {
        return new Retention(
                eraser,
                erasureStore,
                holds,
                world.trail,
                database.transactions(),
                world.clock,
                kept);
    }

    private List<SealedChain> chains() {
        return List.of(
                new JooqChangeChain(database.jooq(), world.types),
                new JooqTrailChain(database.jooq()));
    }

    /// Verifies everything.
    ChainReport report() {
        return verify(new Extent.Whole());
    }

    /// Verifies everything, and the records too.
    ChainReport deepReport() {
        return verify(new Extent.Deep());
    }

    /// Verifies everything, and tells of the trail.
    ChainReport trailReport() {
        return verifyAll(new Extent.Whole()).getLast();
    }

    /// Verifies what came since the last time.
    ChainReport newest() {
        return verify(new Extent.SinceLast());
    }

    private ChainReport verify(Extent extent) {
        return verifyAll(extent).getFirst();
    }

    private List<ChainReport> verifyAll(Extent extent) {
        if (!(integrity.verify(extent, ADMIN) instanceof VerificationOutcome.Started(var run))) {
            throw new IllegalStateException("expected a verification for an admin");
        }
        return run.await(Duration.ofMinutes(1)).orElseThrow();
    }

    /// Does something to the tables that Mergedesk never does.
    void execute(String statement) {
        database.inTransaction(() -> database.jooq().execute(statement));
    }

    @Override
    public void close() {
        integrity.close();
        world.close();
    }
}
