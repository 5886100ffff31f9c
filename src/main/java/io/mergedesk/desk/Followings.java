package io.mergedesk.desk;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionOperations;

/// Who follows or mutes what, and how much of it they have seen. Everybody only asks about
/// themselves, and only about what they may see now.
public final class Followings {

    /// How many entities one person may follow or mute.
    public static final int MOST = 1_000;

    private final FollowingStore store;
    private final EntityService entities;
    private final TransactionOperations transactions;
    private final Map<UserId, List<Runnable>> listeners = new ConcurrentHashMap<>();

    Followings(FollowingStore store, EntityService entities, TransactionOperations transactions) {
        this.store = store;
        this.entities = entities;
        this.transactions = transactions;
    }

    /// Empty when the entity is not there, or not to be seen.
    public Optional<Attention> of(EntityId entity, Actor actor) {
        return entities.find(entity, actor)
                .map(found ->
                        store.find(actor.id(), entity)
                                .map(Following::attention)
                                .orElse(Attention.USUAL));
    }

    /// All entities that this person follows or mutes, and may see.
    public Map<Entity, Attention> all(Actor actor) {
        var kept = store.of(actor.id());
        var visible = entities.findAll(kept.stream().map(Following::entity).toList(), actor);
        var all = new LinkedHashMap<Entity, Attention>();
        for (var one : kept) {
            var entity = visible.get(one.entity());
            if (entity != null) {
                all.put(entity, one.attention());
            }
        }
        return all;
    }

    /// From now on; what lies before is not told. Asked for what is so already, nothing changes.
    public FollowOutcome set(EntityId entity, Attention attention, Actor actor) {
        var found = entities.find(entity, actor);
        if (found.isEmpty()) {
            return new FollowOutcome.Missing();
        }
        var kept = store.of(actor.id());
        var before = kept.stream().filter(one -> one.entity().equals(entity)).findFirst();
        if (before.map(Following::attention).orElse(Attention.USUAL) == attention) {
            return new FollowOutcome.Set(attention);
        }
        if (before.isEmpty() && kept.size() >= MOST) {
            return new FollowOutcome.TooMany(MOST);
        }
        transactions.executeWithoutResult(_ -> {
            if (attention == Attention.USUAL) {
                store.remove(actor.id(), entity);
            } else {
                store.put(Following.begin(actor.id(), entity, attention, found.get().revision()));
            }
        });
        tell(actor.id());
        return new FollowOutcome.Set(attention);
    }

    /// The person has the entity before them, as it is here: what others changed until then is
    /// read.
    public void visited(Entity entity, Actor actor) {
        boolean isNew =
                store.find(actor.id(), entity.id())
                        .filter(one -> one.attention() == Attention.FOLLOW)
                        .filter(one -> one.seen().isBefore(entity.revision()))
                        .isPresent();
        if (isNew) {
            transactions.executeWithoutResult(_ -> see(actor.id(), entity.id(), entity.revision()));
            tell(actor.id());
        }
    }

    /// What this person follows.
    public Set<EntityId> followed(Actor actor) {
        return attendedTo(actor, Attention.FOLLOW);
    }

    /// Until it is closed, runs whenever this person follows something else than before, or has
    /// seen something of it, on this node.
    public Subscription listen(UserId person, Runnable listener) {
        listeners.compute(
                person,
                (_, all) -> {
                    var some = all == null ? new CopyOnWriteArrayList<Runnable>() : all;
                    some.add(listener);
                    return some;
                });
        return () ->
                listeners.computeIfPresent(
                        person,
                        (_, all) -> {
                            all.remove(listener);
                            return all.isEmpty() ? null : all;
                        });
    }

    Set<EntityId> muted(Actor actor) {
        return attendedTo(actor, Attention.MUTE);
    }

    /// Where others have changed what this person follows, the latest first.
    List<FollowingStore.Moved> moved(Actor actor) {
        return store.moved(actor.id());
    }

    /// The person has been told of these.
    void read(List<Digest> digests, Actor actor) {
        if (!digests.isEmpty()) {
            transactions.executeWithoutResult(
                    _ -> digests.forEach(one -> see(actor.id(), one.entity(), one.to())));
            tell(actor.id());
        }
    }

    private void see(UserId person, EntityId entity, Revision upTo) {
        store.moved(person, entity)
                .ifPresent(moved -> store.see(person, entity, moved.from(), upTo));
    }

    private Set<EntityId> attendedTo(Actor actor, Attention attention) {
        return store.of(actor.id()).stream()
                .filter(one -> one.attention() == attention)
                .map(Following::entity)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void tell(UserId person) {
        listeners.getOrDefault(person, List.of()).forEach(Runnable::run);
    }
}
