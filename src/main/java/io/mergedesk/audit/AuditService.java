package io.mergedesk.audit;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.EntityService;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/// What happened, for admins; and the history of one field, for everybody who may see the record.
public final class AuditService {

    /// Most items in one page.
    public static final int MAX_LIMIT = 500;

    private static final int PIECE = 200;

    private final AuditLog log;
    private final EntityService entities;
    private final AuditVisits visits;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    AuditService(
            AuditLog log,
            EntityService entities,
            AuditVisits visits,
            TransactionOperations transactions,
            InstantSource clock) {
        this.log = log;
        this.entities = entities;
        this.visits = visits;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Whether the actor gets anything at all.
    public boolean mayRead(Actor actor) {
        return actor.is(Role.ADMIN);
    }

    /// A page of edits and all else, newest first.
    ///
    /// @param before [AuditCursor#NEWEST], or where the page before it ended
    public AuditOutcome page(AuditQuery query, AuditCursor before, int limit, Actor actor) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "expected a limit from 1 to " + MAX_LIMIT + ", got " + limit);
        }
        return mayRead(actor)
                ? new AuditOutcome.Found(page(query, before, limit))
                : new AuditOutcome.Forbidden(Role.ADMIN);
    }

    /// All that happened to one entity, conflicts and decisions too.
    public AuditOutcome timelineOf(EntityId entity, AuditCursor before, int limit, Actor actor) {
        return page(AuditQuery.ALL.of(entity), before, limit, actor);
    }

    /// The edits of one field of one entity before a revision, newest first; nothing when the actor
    /// may not see the entity.
    public List<Change> historyOf(
            EntityId entity, FieldName field, Revision before, int limit, Actor actor) {
        var found = new ArrayList<Change>();
        var place = before;
        List<Change> piece;
        do {
            piece = entities.changesOf(entity, place, PIECE, actor);
            for (var change : piece) {
                place = change.revision();
                if (found.size() < limit && touches(change, field)) {
                    found.add(change);
                }
            }
        } while (piece.size() == PIECE && found.size() < limit);
        return found;
    }

    /// When the actor last looked; empty the first time and for all but admins.
    public Optional<Instant> lastVisit(Actor actor) {
        return mayRead(actor) ? visits.last(actor.id()) : Optional.empty();
    }

    /// The actor has seen all that happened until now.
    public void visited(Actor actor) {
        if (mayRead(actor)) {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            transactions.executeWithoutResult(_ -> visits.visited(actor.id(), now));
        }
    }

    private AuditPage page(AuditQuery query, AuditCursor before, int limit) {
        var merged =
                new AuditMerge(
                        look(ChainName.CHANGES, query, before, limit),
                        look(ChainName.TRAIL, query, before, limit),
                        before,
                        limit);
        return new AuditPage(
                merged.items(),
                merged.isAtEnd() ? Optional.empty() : Optional.of(merged.next()),
                log.progress(ChainName.CHANGES),
                log.progress(ChainName.TRAIL));
    }

    private AuditStretch look(ChainName name, AuditQuery query, AuditCursor before, int limit) {
        return query.concerns(name) && before.in(name).number() > 1
                ? log.before(name, query, before.in(name), limit)
                : AuditStretch.end();
    }

    private static boolean touches(Change change, FieldName field) {
        return change.fields().stream().anyMatch(one -> one.field().equals(field));
    }
}
