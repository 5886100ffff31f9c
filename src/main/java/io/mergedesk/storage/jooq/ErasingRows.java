package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.ENTITY;
import static io.mergedesk.storage.jooq.schema.Tables.ERASED_ROW;
import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.val;

import io.mergedesk.audit.ChainName;
import io.mergedesk.audit.Erasure;
import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.HashChain;
import io.mergedesk.entities.Types;
import io.mergedesk.storage.jooq.schema.tables.records.ErasedRowRecord;
import io.mergedesk.storage.jooq.schema.tables.records.TrailEntryRecord;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailDetails;
import io.mergedesk.trail.TrailHash;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// Keeps what a row was hashed to while its values are erased, and erases what is no change: the
/// values of a deleted entity, and what the trail says of one.
final class ErasingRows {

    private static final int SALT_BYTES = 16;

    /// What an erased entry says instead.
    private static final String ERASED = TrailDetails.of("erased", "true").toJson();

    /// Entries that say themselves what was erased or held.
    private static final Set<String> KEPT =
            Set.of(
                    TrailAction.VALUES_ERASED.wireName(),
                    TrailAction.HOLD_SET.wireName(),
                    TrailAction.HOLD_LIFTED.wireName());

    private final DSLContext sql;
    private final Types types;
    private final Erasure erasure;
    private final SecureRandom random = new SecureRandom();

    ErasingRows(DSLContext sql, Types types, Erasure erasure) {
        this.sql = sql;
        this.types = types;
        this.erasure = erasure;
    }

    /// A salt of its own for what is left: with the old one, who guesses an old value could prove
    /// it.
    byte[] salt() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /// Keeps the way from what entered the chain to what is stored now.
    void keep(ChainName chain, long sequence, byte[] before, byte[] after) {
        int step =
                1
                        + sql.select(coalesce(max(ERASED_ROW.STEP), val(0)))
                                .from(ERASED_ROW)
                                .where(ERASED_ROW.CHAIN.eq(chain.wireName()))
                                .and(ERASED_ROW.SEQUENCE.eq(sequence))
                                .fetchSingle()
                                .value1();
        sql.insertInto(ERASED_ROW)
                .set(
                        new ErasedRowRecord(
                                chain.wireName(),
                                sequence,
                                step,
                                Binary.of(erasure.id().value()),
                                before,
                                after))
                .execute();
    }

    /// Takes the values out of an entity that is deleted, whose values are kept for restoring it.
    ///
    /// @return whether it is deleted, so that none of its values is in force
    boolean eraseDeleted(EntityId id) {
        var row =
                sql.selectFrom(ENTITY).where(ENTITY.ID.eq(Binary.of(id))).forUpdate().fetchSingle();
        if (!row.getDeleted()) {
            return false;
        }
        var left = new TreeMap<>(values(row.getFieldValues(), row.getTypeId()).byName());
        left.keySet().removeIf(erasure::concerns);
        sql.update(ENTITY)
                .set(ENTITY.FIELD_VALUES, FieldJson.write(new FieldValues(left)))
                .where(ENTITY.ID.eq(Binary.of(id)))
                .execute();
        return true;
    }

    FieldValues values(String json, int type) {
        return FieldJson.read(json, types.kinds(type));
    }

    /// Takes the details out of the entries about an entity.
    ///
    /// @return how many there were
    int eraseTrail(EntityId id) {
        var rows =
                sql.selectFrom(TRAIL_ENTRY)
                        .where(TRAIL_ENTRY.ENTITY_ID.eq(Binary.of(id)))
                        .and(TRAIL_ENTRY.ACTION.notIn(KEPT))
                        .and(TRAIL_ENTRY.DETAILS.notIn(TrailDetails.NONE.toJson(), ERASED))
                        .forUpdate()
                        .fetch();
        rows.forEach(this::eraseEntry);
        return rows.size();
    }

    private void eraseEntry(TrailEntryRecord row) {
        var salt = salt();
        var address = Optional.ofNullable(row.getAddress());
        keep(
                ChainName.TRAIL,
                row.getSequence(),
                HashChain.saltedHash(TrailHash.erasable(address, row.getDetails()), row.getSalt()),
                HashChain.saltedHash(TrailHash.erasable(address, ERASED), salt));
        sql.update(TRAIL_ENTRY)
                .set(TRAIL_ENTRY.DETAILS, ERASED)
                .set(TRAIL_ENTRY.SALT, salt)
                .where(TRAIL_ENTRY.SEQUENCE.eq(row.getSequence()))
                .execute();
    }
}
