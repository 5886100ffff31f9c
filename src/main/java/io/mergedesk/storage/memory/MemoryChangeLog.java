package io.mergedesk.storage.memory;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldJson;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.HashChain;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.ChangeHash;
import io.mergedesk.entities.ChangeLog;
import io.mergedesk.entities.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The feed in memory.
public final class MemoryChangeLog implements ChangeLog {

    private static final byte[] NO_SALT = new byte[16];

    private final MemoryTable<Sequence, Change> changes;
    private final MemoryTable<Sequence, byte[]> hashes;

    public MemoryChangeLog(MemoryTransactions transactions) {
        this.changes = new MemoryTable<>(transactions, Comparator.<Sequence>naturalOrder());
        this.hashes = new MemoryTable<>(transactions, Comparator.<Sequence>naturalOrder());
    }

    @Override
    public List<Change> append(List<Change> added) {
        var place = head();
        var hash = hashAt(place).orElseGet(HashChain::origin);
        var appended = new ArrayList<Change>();
        for (var change : added) {
            place = place.next();
            var content =
                    ChangeHash.content(change, FieldJson.writeChanges(change.fields()), NO_SALT);
            hash = HashChain.next(hash, place, content);
            changes.put(place, change.at(place));
            hashes.put(place, hash);
            appended.add(change.at(place));
        }
        return appended;
    }

    @Override
    public Sequence head() {
        var all = changes.all();
        return all.isEmpty() ? Sequence.START : all.lastKey();
    }

    @Override
    public List<Change> after(Sequence place, int limit) {
        return changes.all().tailMap(place, false).values().stream().limit(limit).toList();
    }

    @Override
    public List<Change> since(EntityId entity, Revision revision) {
        return of(entity).filter(change -> revision.isBefore(change.revision())).toList();
    }

    @Override
    public List<Change> before(EntityId entity, Revision revision, int limit) {
        return of(entity)
                .filter(change -> change.revision().isBefore(revision))
                .sorted(Comparator.comparing(Change::revision).reversed())
                .limit(limit)
                .toList();
    }

    private Stream<Change> of(EntityId entity) {
        return changes.all().values().stream().filter(change -> change.entity().equals(entity));
    }

    @Override
    public List<Change> of(Collection<Revised> revisions) {
        return changes.all().values().stream()
                .filter(change ->
                        revisions.contains(new Revised(change.entity(), change.revision())))
                .toList();
    }

    @Override
    public List<Change> ofBatch(BatchId batch, Sequence before, int limit) {
        return changes.all().headMap(before, false).descendingMap().values().stream()
                .filter(change -> change.batch().equals(Optional.of(batch)))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Snapshot> snapshot(EntityId entity, Revision revision) {
        long number = revision.number() - revision.number() % Snapshot.INTERVAL;
        if (number == 0) {
            return Optional.empty();
        }
        var values = FieldValues.NONE;
        for (var change : of(entity).filter(one -> one.revision().number() <= number).toList()) {
            values = Diff.apply(values, change.fields());
        }
        return Optional.of(new Snapshot(new Revision(number), values));
    }

    @Override
    public Optional<byte[]> hashAt(Sequence place) {
        return hashes.find(place);
    }
}
