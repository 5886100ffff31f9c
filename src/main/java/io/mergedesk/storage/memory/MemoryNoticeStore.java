package io.mergedesk.storage.memory;

import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Notice;
import io.mergedesk.entities.NoticeStore;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Notices in memory.
public final class MemoryNoticeStore implements NoticeStore {

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
            if (conflicts.contains(notice.conflict()) && notice.kind().isOfWaiting()) {
                notices.remove(new EntityId(notice.id()));
            }
        }
    }

    @Override
    public List<Notice> of(UserId person, boolean desk, Optional<UUID> before, int limit) {
        return told(person, desk)
                .filter(notice ->
                        before.isEmpty() || order(notice.id()).compareTo(order(before.get())) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<Notice> together(UserId person, boolean desk, Notice newest, int limit) {
        return newestFirst(person, desk)
                .filter(notice -> stand(newest, person).equals(stand(notice, person)))
                .limit(limit)
                .toList();
    }

    @Override
    public int unread(UserId person, boolean desk, int most) {
        var known = read.find(person);
        return (int)
                told(person, desk)
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

    /// The newest of each that is told as one.
    private Stream<Notice> told(UserId person, boolean desk) {
        var seen = new HashSet<Stand>();
        return newestFirst(person, desk).filter(notice -> seen.add(stand(notice, person)));
    }

    /// What notices that are told as one have in common.
    private record Stand(Notice.Kind kind, EntityId entity, boolean unread, Optional<UUID> alone) {}

    private Stand stand(Notice notice, UserId person) {
        boolean unread =
                read.find(person)
                        .map(upTo -> order(notice.id()).compareTo(order(upTo)) > 0)
                        .orElse(true);
        return new Stand(
                notice.kind(),
                notice.entity(),
                unread,
                notice.kind().isToldTogether() ? Optional.empty() : Optional.of(notice.id()));
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
