package io.mergedesk.storage.memory;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.NoticeStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Notices in memory.
public final class MemoryNoticeStore implements NoticeStore {

    private static final Set<Notice.Kind> OF_WAITING =
            EnumSet.of(Notice.Kind.PARKED, Notice.Kind.WAITING, Notice.Kind.REOPENED);

    private final MemoryTable<EntityId, Notice> notices;
    private final MemoryTable<UserId, UUID> read;

    public MemoryNoticeStore(MemoryTransactions transactions) {
        notices = new MemoryTable<>(transactions, Comparator.<EntityId>naturalOrder());
        read = new MemoryTable<>(transactions, Comparator.<UserId>naturalOrder());
    }

    @Override
    public void add(List<Notice> added) {
        added.forEach(notice -> notices.put(new EntityId(notice.id()), notice));
    }

    @Override
    public void forget(Collection<ConflictId> conflicts) {
        for (var notice : notices.all().values()) {
            if (conflicts.contains(notice.conflict()) && OF_WAITING.contains(notice.kind())) {
                notices.remove(new EntityId(notice.id()));
            }
        }
    }

    @Override
    public List<Notice> of(UserId person, boolean desk, Optional<UUID> before, int limit) {
        return newestFirst(person, desk)
                .filter(notice ->
                        before.isEmpty() || order(notice.id()).compareTo(order(before.get())) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public int unread(UserId person, boolean desk, int most) {
        var known = read.find(person);
        return (int)
                newestFirst(person, desk)
                        .filter(notice ->
                                known.isEmpty()
                                        || order(notice.id()).compareTo(order(known.get())) > 0)
                        .limit(most)
                        .count();
    }

    @Override
    public void read(UserId person, UUID upTo) {
        read.put(person, upTo);
    }

    @Override
    public Optional<UUID> readUpTo(UserId person) {
        return read.find(person);
    }

    private Stream<Notice> newestFirst(UserId person, boolean desk) {
        return notices.all().descendingMap().values().stream()
                .filter(notice ->
                        notice.to()
                                .map(person::equals)
                                .orElse(desk && !notice.by().equals(person)));
    }

    private static EntityId order(UUID id) {
        return new EntityId(id);
    }
}
