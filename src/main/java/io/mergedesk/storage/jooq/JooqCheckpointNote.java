package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.CHECKPOINT_NOTE;

import io.mergedesk.audit.ChainName;
import io.mergedesk.audit.CheckpointNote;
import io.mergedesk.audit.Link;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The note of the last checkpoint in MariaDB, a row for each chain.
@Repository
class JooqCheckpointNote implements CheckpointNote {

    private final DSLContext sql;

    JooqCheckpointNote(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void write(Map<ChainName, Link> links, Instant at) {
        links.forEach((chain, link) ->
                sql.insertInto(CHECKPOINT_NOTE)
                        .set(CHECKPOINT_NOTE.CHAIN, chain.wireName())
                        .set(CHECKPOINT_NOTE.SEQUENCE, link.place().number())
                        .set(CHECKPOINT_NOTE.HASH, link.hash())
                        .set(CHECKPOINT_NOTE.NOTED_AT, Utc.of(at))
                        .onDuplicateKeyUpdate()
                        .set(CHECKPOINT_NOTE.SEQUENCE, link.place().number())
                        .set(CHECKPOINT_NOTE.HASH, link.hash())
                        .set(CHECKPOINT_NOTE.NOTED_AT, Utc.of(at))
                        .execute());
    }
}
