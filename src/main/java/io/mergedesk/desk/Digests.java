package io.mergedesk.desk;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.FollowingStore.Moved;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/// Reads from the history what others did to what a person follows. Nothing of it is kept: what
/// they may not see now is not told, and whatever is committed is.
final class Digests {

    /// How many changes of one entity are looked at.
    static final int MOST = 1_000;

    private final Followings followings;
    private final EntityService entities;
    private final TypeService types;

    Digests(Followings followings, EntityService entities, TypeService types) {
        this.followings = followings;
        this.entities = entities;
        this.types = types;
    }

    /// How many are not read; counts no further than `most`.
    int unread(Actor actor, int most) {
        var unread =
                followings.moved(actor).stream()
                        .filter(Moved::isUnread)
                        .map(moved -> moved.following().entity())
                        .limit(most)
                        .toList();
        return unread.isEmpty() ? 0 : entities.findAll(unread, actor).size();
    }

    /// The latest first.
    ///
    /// @param before empty for the newest
    List<Digest> latest(Actor actor, Optional<UUID> before, int limit) {
        var moved =
                followings.moved(actor).stream()
                        .filter(one -> before.isEmpty() || isBefore(id(one), before.get()))
                        .toList();
        if (moved.isEmpty()) {
            return List.of();
        }
        var ids = moved.stream().map(one -> one.following().entity()).toList();
        var visible = entities.findAll(ids, actor);
        var digests = new ArrayList<Digest>();
        for (var one : moved) {
            var entity = visible.get(one.following().entity());
            if (entity != null && digests.size() < limit) {
                digests.add(digest(one, entity, actor));
            }
        }
        return digests;
    }

    private Digest digest(Moved moved, Entity entity, Actor actor) {
        var changes =
                entities.changesOf(entity.id(), moved.newest().next(), MOST, actor).stream()
                        .filter(change -> moved.from().isBefore(change.revision()))
                        .toList();
        var people = new LinkedHashSet<UserId>();
        var fields = new TreeSet<FieldName>();
        int count = 0;
        for (var change : changes) {
            if (!change.by().equals(actor.id())) {
                people.add(change.by());
                change.fields().stream().map(FieldChange::field).forEach(fields::add);
                count++;
            }
        }
        return new Digest(
                id(moved),
                entity.id(),
                entity.type(),
                types.find(entity.type()).map(type -> type.titleOf(entity)).orElse(""),
                List.copyOf(people),
                fields,
                count,
                changes.size() < MOST,
                entity.deleted(),
                moved.from(),
                moved.newest(),
                moved.at(),
                moved.isUnread());
    }

    /// The time and the entity in the form of version 7, so that it sorts among notices.
    static UUID id(Moved moved) {
        return id(moved.at(), moved.following().entity());
    }

    private static UUID id(Instant at, EntityId entity) {
        var milli = at.truncatedTo(ChronoUnit.MILLIS);
        long withinMilli = Duration.between(milli, at).toNanos() * 4_096 / 1_000_000;
        return new UUID(
                (at.toEpochMilli() << 16) | 0x7000L | withinMilli,
                entity.value().getLeastSignificantBits());
    }

    private static boolean isBefore(UUID one, UUID other) {
        return new EntityId(one).compareTo(new EntityId(other)) < 0;
    }
}
