package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHANGE_LOG;
import static io.mergedesk.storage.jooq.schema.Tables.DRAFT;
import static io.mergedesk.storage.jooq.schema.Tables.ERASED_ROW;

import io.mergedesk.audit.ChainName;
import io.mergedesk.audit.Eraser;
import io.mergedesk.audit.Erasure;
import io.mergedesk.audit.ErasureId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.Sha256;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.OwnerDatabase;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Erases in MariaDB as the owner of the tables, newest change first, since what later changes
/// replaced is what may go.
@Repository
class JooqEraser implements Eraser {

    private static final Revision LATEST = new Revision(Long.MAX_VALUE);

    private final DSLContext sql;
    private final TransactionTemplate transactions;
    private final Types types;

    JooqEraser(OwnerDatabase owner, Types types) {
        var configuration = new DefaultConfiguration();
        configuration.set(SQLDialect.MARIADB);
        configuration.set(
                new DataSourceConnectionProvider(
                        new TransactionAwareDataSourceProxy(owner.dataSource())));
        MariaDbDialect.customize(configuration);
        this.sql = DSL.using(configuration);
        this.transactions =
                new TransactionTemplate(new DataSourceTransactionManager(owner.dataSource()));
        this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        this.types = types;
    }

    @Override
    public void erase(Erasure erasure, EntityId entity) {
        boolean person = erasure.cause() == Erasure.Cause.PERSON;
        var rows = new ErasingRows(sql, types, erasure);
        boolean nothingInForce = person && in(() -> rows.eraseDeleted(entity));
        var history = new ErasingHistory(sql, types, rows, erasure, entity, nothingInForce);
        var reached = Optional.of(LATEST);
        while (reached.isPresent()) {
            var below = reached.get();
            reached = in(() -> history.eraseBelow(below));
        }
        if (person) {
            in(() -> rows.eraseTrail(entity));
            in(() -> new ErasingConflicts(sql, types, erasure).erase(entity));
            in(() -> new ErasingDeliveries(sql).erase(entity));
            in(() ->
                    sql.deleteFrom(DRAFT)
                            .where(DRAFT.DRAFT_KEY.contains(entity.toString()))
                            .execute());
        }
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    @Override
    public Rewritten rewritten(ErasureId erasure) {
        return digests(ERASED_ROW.ERASURE_ID.eq(Binary.of(erasure.value())))
                .getOrDefault(erasure, new Rewritten(0, hex(Sha256.start())));
    }

    @Override
    public Map<ErasureId, Rewritten> rewritten() {
        return digests(DSL.noCondition());
    }

    @Override
    public Optional<Sequence> firstRewritten(ChainName chain, ErasureId erasure) {
        return sql.select(ERASED_ROW.SEQUENCE)
                .from(ERASED_ROW)
                .where(ERASED_ROW.ERASURE_ID.eq(Binary.of(erasure.value())))
                .and(ERASED_ROW.CHAIN.eq(chain.wireName()))
                .orderBy(ERASED_ROW.SEQUENCE)
                .limit(1)
                .fetchOptional(row -> new Sequence(row.value1()));
    }

    private Map<ErasureId, Rewritten> digests(Condition wanted) {
        var counts = new HashMap<ErasureId, Long>();
        var digests = new LinkedHashMap<ErasureId, MessageDigest>();
        try (var rows =
                sql.select(
                                ERASED_ROW.ERASURE_ID,
                                ERASED_ROW.CHAIN,
                                ERASED_ROW.SEQUENCE,
                                ERASED_ROW.BEFORE_HASH,
                                ERASED_ROW.AFTER_HASH)
                        .from(ERASED_ROW)
                        .where(wanted)
                        .orderBy(
                                ERASED_ROW.ERASURE_ID,
                                ERASED_ROW.CHAIN,
                                ERASED_ROW.SEQUENCE,
                                ERASED_ROW.STEP)
                        .fetchSize(1_000)
                        .fetchLazy()) {
            for (var row : rows) {
                var id = new ErasureId(Binary.uuid(row.value1()));
                counts.merge(id, 1L, Long::sum);
                var digest = digests.computeIfAbsent(id, _ -> Sha256.start());
                digest.update(row.value2().getBytes(StandardCharsets.UTF_8));
                digest.update(ByteBuffer.allocate(Long.BYTES).putLong(row.value3()).array());
                digest.update(row.value4());
                digest.update(row.value5());
            }
        }
        var all = new HashMap<ErasureId, Rewritten>();
        digests.forEach((id, digest) ->
                all.put(id, new Rewritten(counts.getOrDefault(id, 0L), hex(digest))));
        return all;
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public Aged aged(Sequence after, Instant before, int limit) {
        var rows =
                sql.select(
                                CHANGE_LOG.SEQUENCE,
                                CHANGE_LOG.ENTITY_ID,
                                CHANGE_LOG.TYPE_ID,
                                CHANGE_LOG.CHANGED_AT)
                        .from(CHANGE_LOG)
                        .where(CHANGE_LOG.SEQUENCE.gt(after.number()))
                        .orderBy(CHANGE_LOG.SEQUENCE)
                        .limit(limit)
                        .fetch();
        var entities = new HashMap<EntityId, TypeName>();
        var reached = after;
        for (var row : rows) {
            if (!Utc.instant(row.value4()).isBefore(before)) {
                return new Aged(entities, reached, false);
            }
            entities.put(Binary.entityId(row.value2()), types.byId(row.value3()).name());
            reached = new Sequence(row.value1());
        }
        return new Aged(entities, reached, rows.size() == limit);
    }
}
