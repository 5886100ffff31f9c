package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.SITE;

import io.mergedesk.common.SiteId;
import io.mergedesk.entities.SiteStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The site this database belongs to: one row, made at the first question.
@Repository
class JooqSiteStore implements SiteStore {

    private static final byte ONLY_ROW = 1;

    private final DSLContext sql;
    private final InstantSource clock;

    JooqSiteStore(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional
    public SiteId site() {
        var random = new byte[4];
        new SecureRandom().nextBytes(random);
        sql.insertInto(SITE)
                .set(SITE.ONLY_ROW, ONLY_ROW)
                .set(SITE.SITE_ID, "site-" + HexFormat.of().formatHex(random))
                .set(SITE.CREATED_AT, Utc.of(clock.instant()))
                .onDuplicateKeyIgnore()
                .execute();
        return new SiteId(sql.select(SITE.SITE_ID).from(SITE).fetchSingle().value1());
    }
}
