package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_ENTRY;
import static io.mergedesk.storage.jooq.schema.Tables.TRAIL_HEAD;

import io.mergedesk.common.HashChain;
import io.mergedesk.common.Sequence;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.trail.TrailHash;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The trail in MariaDB. One row holds its head; whoever notes something locks it last and shortly,
/// so that sequences follow commits without a gap.
@Repository
class JooqTrail implements Trail {

    private static final int SALT_BYTES = 16;

    private final DSLContext sql;
    private final SecureRandom random = new SecureRandom();

    JooqTrail(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public TrailEntry note(TrailEntry entry) {
        var json = entry.details().toJson();
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var row = TrailRows.write(entry, json, salt);
        var content = TrailHash.content(entry, json, salt);
        var head = sql.selectFrom(TRAIL_HEAD).forUpdate().fetchSingle();
        var place = new Sequence(head.getSequence()).next();
        var hash = HashChain.next(head.getHash(), place, content);
        row.setSequence(place.number());
        row.setHash(hash);
        sql.update(TRAIL_HEAD)
                .set(TRAIL_HEAD.SEQUENCE, place.number())
                .set(TRAIL_HEAD.HASH, hash)
                .execute();
        sql.insertInto(TRAIL_ENTRY).set(row).execute();
        return entry.at(place);
    }

    @Override
    public Sequence head() {
        return new Sequence(
                sql.select(TRAIL_HEAD.SEQUENCE).from(TRAIL_HEAD).fetchSingle().value1());
    }

    @Override
    public List<TrailEntry> after(Sequence place, int limit) {
        return sql.selectFrom(TRAIL_ENTRY)
                .where(TRAIL_ENTRY.SEQUENCE.gt(place.number()))
                .orderBy(TRAIL_ENTRY.SEQUENCE)
                .limit(limit)
                .fetch(TrailRows::read);
    }

    @Override
    public Optional<byte[]> hashAt(Sequence place) {
        return sql.select(TRAIL_ENTRY.HASH)
                .from(TRAIL_ENTRY)
                .where(TRAIL_ENTRY.SEQUENCE.eq(place.number()))
                .fetchOptional(TRAIL_ENTRY.HASH);
    }
}
