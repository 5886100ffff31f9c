package io.mergedesk.desk;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.NoticeStore;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.TypeService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/// What a person is told about their edits, and supervisors about the desk.
///
/// Notices of entities that the person may not see, or no longer, are left out.
public final class Inbox {

    /// How far unread notices are counted.
    public static final int MOST_COUNTED = 100;

    private static final int PAGE = 100;

    private final NoticeStore notices;
    private final ConflictStore conflicts;
    private final EntityService entities;
    private final TypeService types;
    private final TransactionOperations transactions;

    Inbox(
            NoticeStore notices,
            ConflictStore conflicts,
            EntityService entities,
            TypeService types,
            TransactionOperations transactions) {
        this.notices = notices;
        this.conflicts = conflicts;
        this.entities = entities;
        this.types = types;
        this.transactions = transactions;
    }

    /// The latest first.
    ///
    /// @param before empty for the newest
    public List<Told> latest(Actor actor, Optional<UUID> before, int limit) {
        var read = notices.readUpTo(actor.id());
        var told = new ArrayList<Told>();
        var from = before;
        while (told.size() < limit) {
            var page = notices.of(actor.id(), atDesk(actor), from, PAGE);
            var visible = visible(page, actor);
            for (var notice : page) {
                var entity = visible.get(notice.entity());
                if (entity != null && told.size() < limit) {
                    told.add(told(notice, entity, read, actor));
                }
            }
            if (page.size() < PAGE) {
                return told;
            }
            from = Optional.of(page.getLast().id());
        }
        return told;
    }

    /// How many this person has not read; counts no further than [#MOST_COUNTED].
    public int unread(Actor actor) {
        int most = notices.unread(actor.id(), atDesk(actor), MOST_COUNTED);
        if (most == 0) {
            return 0;
        }
        var page = notices.of(actor.id(), atDesk(actor), Optional.empty(), most);
        var visible = visible(page, actor);
        return (int) page.stream().filter(one -> visible.containsKey(one.entity())).count();
    }

    /// The person has read this one and all that were told before it.
    public void read(UUID upTo, Actor actor) {
        transactions.executeWithoutResult(_ -> notices.read(actor.id(), upTo));
    }

    /// Puts back what the reader had wanted, as an edit of their own. Where somebody changed the
    /// same field since it was replaced, that is a conflict like any other: nothing is overwritten.
    ///
    /// @return empty when there is nothing to put back
    public Optional<SaveOutcome> restore(Notice notice, Actor actor) {
        var lost = lost(notice, actor);
        var made = conflicts.find(notice.conflict()).flatMap(Conflict::settlement);
        if (lost.isEmpty() || made.isEmpty()) {
            return Optional.empty();
        }
        var edit = new Edit.Update(notice.entity(), made.get().made(), new Patch(lost));
        return Optional.of(entities.save(edit, Author.of(actor, Origin.RESTORE)));
    }

    private Told told(Notice notice, Entity entity, Optional<UUID> read, Actor actor) {
        var lost = lost(notice, actor);
        boolean missing =
                lost.entrySet().stream()
                        .anyMatch(
                                one -> !entity.values().find(one.getKey()).equals(one.getValue()));
        return new Told(
                notice,
                types.find(entity.type()).map(type -> type.titleOf(entity)).orElse(""),
                read.map(upTo -> isAfter(notice.id(), upTo)).orElse(true),
                lost,
                missing && !entity.deleted());
    }

    /// What this reader had written and no longer stands, as the settlement kept it.
    private SortedMap<FieldName, Optional<FieldValue>> lost(Notice notice, Actor actor) {
        boolean mine = notice.to().filter(actor.id()::equals).isPresent();
        var conflict =
                notice.kind() == Notice.Kind.OVERRULED && mine
                        ? conflicts.find(notice.conflict())
                        : Optional.<Conflict>empty();
        var settlement = conflict.flatMap(Conflict::settlement);
        if (settlement.isEmpty()) {
            return Collections.emptySortedMap();
        }
        boolean author = conflict.get().edit().by().equals(actor.id());
        var lost = new TreeMap<FieldName, Optional<FieldValue>>();
        for (var field : notice.fields()) {
            var decided = settlement.get().resolution().fields().get(field);
            if (decided != null) {
                lost.put(field, Optional.ofNullable(author ? decided.mine() : decided.theirs()));
            }
        }
        return lost;
    }

    private Map<EntityId, Entity> visible(List<Notice> page, Actor actor) {
        var ids = page.stream().map(Notice::entity).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : entities.findAll(ids, actor);
    }

    private static boolean atDesk(Actor actor) {
        return actor.is(Role.SUPERVISOR);
    }

    /// As the database orders the sixteen bytes.
    private static boolean isAfter(UUID one, UUID other) {
        return new EntityId(one).compareTo(new EntityId(other)) > 0;
    }
}
