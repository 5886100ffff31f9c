package io.mergedesk.storage.memory;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.Attention;
import io.mergedesk.desk.Following;
import io.mergedesk.desk.FollowingStore;
import io.mergedesk.entities.ChangeLog;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Who follows what, in memory.
public final class MemoryFollowingStore implements FollowingStore {

    private final MemoryTable<Key, Following> followings;
    private final ChangeLog log;

    private record Key(UserId person, EntityId entity) {}

    public MemoryFollowingStore(MemoryTransactions transactions, ChangeLog log) {
        followings =
                new MemoryTable<>(
                        transactions, Comparator.comparing(Key::person).thenComparing(Key::entity));
        this.log = log;
    }

    @Override
    public Optional<Following> find(UserId person, EntityId entity) {
        return followings.find(new Key(person, entity));
    }

    @Override
    public List<Following> of(UserId person) {
        return followings.all().values().stream()
                .filter(one -> one.person().equals(person))
                .toList();
    }

    @Override
    public void put(Following following) {
        followings.put(new Key(following.person(), following.entity()), following);
    }

    @Override
    public void remove(UserId person, EntityId entity) {
        followings.remove(new Key(person, entity));
    }

    @Override
    public void see(UserId person, EntityId entity, Revision from, Revision seen) {
        find(person, entity)
                .filter(one -> one.seen().isBefore(seen))
                .ifPresent(one -> put(new Following(person, entity, one.attention(), from, seen)));
    }

    @Override
    public List<Moved> moved(UserId person) {
        return of(person).stream()
                .flatMap(one -> moved(one).stream())
                .sorted(Comparator.comparing(Moved::at).reversed())
                .toList();
    }

    @Override
    public Optional<Moved> moved(UserId person, EntityId entity) {
        return find(person, entity).flatMap(this::moved);
    }

    private Optional<Moved> moved(Following following) {
        return log.since(following.entity(), following.from()).reversed().stream()
                .filter(_ -> following.attention() == Attention.FOLLOW)
                .filter(change -> !change.by().equals(following.person()))
                .findFirst()
                .map(change -> new Moved(following, change.revision(), change.at()));
    }
}
