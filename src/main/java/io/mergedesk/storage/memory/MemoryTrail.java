package io.mergedesk.storage.memory;

import io.mergedesk.common.HashChain;
import io.mergedesk.common.Sequence;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.trail.TrailHash;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The trail in memory.
public final class MemoryTrail implements Trail {

    private static final byte[] NO_SALT = new byte[16];

    private final MemoryTable<Sequence, TrailEntry> entries;
    private final MemoryTable<Sequence, byte[]> hashes;

    public MemoryTrail(MemoryTransactions transactions) {
        this.entries = new MemoryTable<>(transactions, Comparator.<Sequence>naturalOrder());
        this.hashes = new MemoryTable<>(transactions, Comparator.<Sequence>naturalOrder());
    }

    @Override
    public TrailEntry note(TrailEntry entry) {
        var place = head().next();
        var before = hashAt(head()).orElseGet(HashChain::origin);
        var content = TrailHash.content(entry, entry.details().toJson(), NO_SALT);
        entries.put(place, entry.at(place));
        hashes.put(place, HashChain.next(before, place, content));
        return entry.at(place);
    }

    @Override
    public Sequence head() {
        var all = entries.all();
        return all.isEmpty() ? Sequence.START : all.lastKey();
    }

    @Override
    public List<TrailEntry> after(Sequence place, int limit) {
        return entries.all().tailMap(place, false).values().stream().limit(limit).toList();
    }

    @Override
    public Optional<byte[]> hashAt(Sequence place) {
        return hashes.find(place);
    }
}
