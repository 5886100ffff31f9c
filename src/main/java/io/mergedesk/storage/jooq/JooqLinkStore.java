package io.mergedesk.storage.jooq;

import static io.mergedesk.storage.jooq.schema.Tables.REALTIME_LINK;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.realtime.Link;
import io.mergedesk.realtime.LinkId;
import io.mergedesk.realtime.LinkStore;
import io.mergedesk.realtime.NodeId;
import io.mergedesk.storage.jooq.schema.tables.records.RealtimeLinkRecord;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Links in MariaDB.
@Repository
class JooqLinkStore implements LinkStore {

    private final DSLContext sql;

    JooqLinkStore(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public List<Link> all() {
        return sql.selectFrom(REALTIME_LINK).orderBy(REALTIME_LINK.NAME).fetch(JooqLinkStore::read);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(Link link, byte[] token) {
        var row = new RealtimeLinkRecord();
        row.setId(Binary.of(link.id().value()));
        row.setName(link.name());
        row.setUrl(link.url().toString());
        row.setToken(token);
        row.setPaused(link.paused());
        row.setPlace(link.place().map(Sequence::number).orElse(null));
        row.setCreatedBy(link.createdBy().value());
        row.setCreatedAt(Utc.of(link.createdAt()));
        row.setAllowPrivate(link.allowPrivate());
        return sql.insertInto(REALTIME_LINK).set(row).onDuplicateKeyIgnore().execute() == 1;
    }

    @Override
    public Optional<byte[]> token(LinkId link) {
        return sql.select(REALTIME_LINK.TOKEN)
                .from(REALTIME_LINK)
                .where(REALTIME_LINK.ID.eq(id(link)))
                .fetchOptional(REALTIME_LINK.TOKEN);
    }

    /// The driver counts the rows that were found, changed or not.
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean pause(LinkId link, boolean paused) {
        return sql.update(REALTIME_LINK)
                        .set(REALTIME_LINK.PAUSED, paused)
                        .where(REALTIME_LINK.ID.eq(id(link)))
                        .execute()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(LinkId link) {
        return sql.deleteFrom(REALTIME_LINK).where(REALTIME_LINK.ID.eq(id(link))).execute() == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean claim(LinkId link, NodeId node, Instant now, Instant until) {
        return sql.update(REALTIME_LINK)
                        .set(REALTIME_LINK.HOLDER, Binary.of(node.value()))
                        .set(REALTIME_LINK.HELD_UNTIL, Utc.of(until))
                        .where(REALTIME_LINK.ID.eq(id(link)))
                        .and(REALTIME_LINK.PAUSED.isFalse())
                        .and(
                                REALTIME_LINK
                                        .HOLDER
                                        .isNull()
                                        .or(REALTIME_LINK.HOLDER.eq(Binary.of(node.value())))
                                        .or(REALTIME_LINK.HELD_UNTIL.le(Utc.of(now))))
                        .execute()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(LinkId link, NodeId node) {
        sql.update(REALTIME_LINK)
                .setNull(REALTIME_LINK.HOLDER)
                .setNull(REALTIME_LINK.HELD_UNTIL)
                .where(REALTIME_LINK.ID.eq(id(link)))
                .and(REALTIME_LINK.HOLDER.eq(Binary.of(node.value())))
                .execute();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean advance(LinkId link, NodeId node, Sequence place) {
        return sql.update(REALTIME_LINK)
                        .set(REALTIME_LINK.PLACE, place.number())
                        .where(REALTIME_LINK.ID.eq(id(link)))
                        .and(REALTIME_LINK.HOLDER.eq(Binary.of(node.value())))
                        .execute()
                == 1;
    }

    private static byte[] id(LinkId link) {
        return Binary.of(link.value());
    }

    private static Link read(RealtimeLinkRecord row) {
        return new Link(
                new LinkId(Binary.uuid(row.getId())),
                row.getName(),
                URI.create(row.getUrl()),
                row.getPaused(),
                Optional.ofNullable(row.getPlace()).map(Sequence::new),
                new UserId(row.getCreatedBy()),
                Utc.instant(row.getCreatedAt()),
                row.getAllowPrivate());
    }
}
