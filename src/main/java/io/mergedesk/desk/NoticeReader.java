package io.mergedesk.desk;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.NoticeStore;
import io.mergedesk.entities.TypeService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads notices as a person may see them now: none of what they do not see any more, and of muted
/// entities only what concerns them.
final class NoticeReader {

    private static final int PAGE = 100;
    private static final int MOST_TOGETHER = 1_000;

    private final NoticeStore notices;
    private final ConflictStore conflicts;
    private final EntityService entities;
    private final TypeService types;
    private final Followings followings;

    NoticeReader(
            NoticeStore notices,
            ConflictStore conflicts,
            EntityService entities,
            TypeService types,
            Followings followings) {
        this.notices = notices;
        this.conflicts = conflicts;
        this.entities = entities;
        this.types = types;
        this.followings = followings;
    }

    /// The latest first.
    ///
    /// @param before empty for the newest
    List<Told> latest(Actor actor, Optional<UUID> before, int limit) {
        var read = notices.readUpTo(actor.id());
        var muted = followings.muted(actor);
        var told = new ArrayList<Told>();
        var from = before;
        while (told.size() < limit) {
            var page = notices.of(actor.id(), atDesk(actor), from, PAGE);
            var visible = visible(page, muted, actor);
            for (var notice : page) {
                var entity = visible.get(notice);
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

    /// How many are not read; counts no further than `most`.
    int unread(Actor actor, int most) {
        int unread = notices.unread(actor.id(), atDesk(actor), most);
        return unread == 0
                ? 0
                : visible(
                                notices.of(actor.id(), atDesk(actor), Optional.empty(), unread),
                                followings.muted(actor),
                                actor)
                        .size();
    }

    /// What this reader had written and no longer stands, as the settlement kept it.
    SortedMap<FieldName, Optional<FieldValue>> lost(Notice notice, Actor actor) {
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

    private Told told(Notice notice, Entity entity, Optional<UUID> read, Actor actor) {
        var lost = lost(notice, actor);
        boolean missing =
                lost.entrySet().stream()
                        .anyMatch(
                                one -> !entity.values().find(one.getKey()).equals(one.getValue()));
        var told =
                Told.of(
                        notice,
                        types.find(entity.type()).map(type -> type.titleOf(entity)).orElse(""),
                        read.map(upTo -> isAfter(notice.id(), upTo)).orElse(true),
                        lost,
                        missing && !entity.deleted());
        return notice.kind().isToldTogether()
                ? told.together(notices.together(actor.id(), atDesk(actor), notice, MOST_TOGETHER))
                : told;
    }

    private Map<Notice, Entity> visible(List<Notice> page, Set<EntityId> muted, Actor actor) {
        var told = page.stream().filter(one -> isTold(one, muted, actor)).toList();
        var ids = told.stream().map(Notice::entity).collect(Collectors.toSet());
        var found = ids.isEmpty() ? Map.<EntityId, Entity>of() : entities.findAll(ids, actor);
        var visible = new HashMap<Notice, Entity>();
        for (var one : told) {
            var entity = found.get(one.entity());
            if (entity != null) {
                visible.put(one, entity);
            }
        }
        return visible;
    }

    private boolean isTold(Notice notice, Set<EntityId> muted, Actor actor) {
        return switch (notice.kind()) {
            case WAITING -> !muted.contains(notice.entity());
            case ASSIGNED, MENTIONED -> atDesk(actor) || isAuthor(notice, actor);
            case PARKED, TAKEN, OVERRULED, REOPENED -> true;
        };
    }

    private boolean isAuthor(Notice notice, Actor actor) {
        return conflicts
                .find(notice.conflict())
                .filter(found -> found.edit().by().equals(actor.id()))
                .isPresent();
    }

    private static boolean atDesk(Actor actor) {
        return actor.is(Role.SUPERVISOR);
    }

    /// As the database orders the sixteen bytes.
    private static boolean isAfter(UUID one, UUID other) {
        return new EntityId(one).compareTo(new EntityId(other)) > 0;
    }
}
