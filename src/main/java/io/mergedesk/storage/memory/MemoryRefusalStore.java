package io.mergedesk.storage.memory;

import io.mergedesk.sync.Refusal;
import io.mergedesk.sync.RefusalId;
import io.mergedesk.sync.RefusalStore;
import io.mergedesk.sync.TargetId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Refusals in memory.
public final class MemoryRefusalStore implements RefusalStore {

    private final MemoryTransactions transactions;
    private final MemoryTable<UUID, Refusal> refusals;

    public MemoryRefusalStore(MemoryTransactions transactions) {
        this.transactions = transactions;
        refusals = new MemoryTable<>(transactions, Comparator.<UUID>naturalOrder());
    }

    @Override
    public Refusal keep(Refusal refusal) {
        transactions.require();
        var kept =
                find(refusal.target(), refusal.key(), refusal.body())
                        .map(before ->
                                new Refusal(
                                        before.id(),
                                        before.target(),
                                        before.author(),
                                        before.key(),
                                        before.body(),
                                        refusal.problem(),
                                        before.about(),
                                        refusal.holder(),
                                        before.receivedAt(),
                                        before.end()))
                        .orElse(refusal);
        refusals.put(kept.id().value(), kept);
        return kept;
    }

    @Override
    public Optional<Refusal> find(RefusalId id) {
        return refusals.find(id.value());
    }

    @Override
    public Optional<Refusal> find(TargetId target, String key, String body) {
        return refusals.all().values().stream()
                .filter(one -> one.target().equals(target))
                .filter(one -> one.key().equals(key) && one.body().equals(body))
                .findFirst();
    }

    @Override
    public List<Refusal> page(boolean open, Optional<RefusalId> before, int limit) {
        var all = refusals.all();
        return before
                .map(one -> all.headMap(one.value(), false))
                .orElse(all)
                .descendingMap()
                .values()
                .stream()
                .filter(one -> one.isOpen() == open)
                .limit(limit)
                .toList();
    }

    @Override
    public long open() {
        return refusals.all().values().stream().filter(Refusal::isOpen).count();
    }

    @Override
    public boolean end(RefusalId id, Refusal.End end) {
        transactions.require();
        var waiting = find(id).filter(Refusal::isOpen);
        waiting.ifPresent(one ->
                refusals.put(
                        id.value(),
                        new Refusal(
                                id,
                                one.target(),
                                one.author(),
                                one.key(),
                                one.body(),
                                one.problem(),
                                one.about(),
                                one.holder(),
                                one.receivedAt(),
                                Optional.of(end))));
        return waiting.isPresent();
    }
}
