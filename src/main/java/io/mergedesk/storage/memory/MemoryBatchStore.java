package io.mergedesk.storage.memory;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchState;
import io.mergedesk.entities.BatchStore;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Batches in memory.
public final class MemoryBatchStore implements BatchStore {

    private final Map<BatchId, Batch> batches = new LinkedHashMap<>();

    @Override
    public synchronized void add(Batch batch) {
        batches.put(batch.id(), batch);
    }

    @Override
    public synchronized Optional<Batch> find(BatchId id) {
        return Optional.ofNullable(batches.get(id));
    }

    @Override
    public synchronized List<Batch> latest(Optional<UserId> startedBy, int limit) {
        return batches.values().stream()
                .filter(batch -> startedBy.isEmpty() || startedBy.get().equals(batch.startedBy()))
                .sorted(Comparator.comparing(Batch::startedAt).reversed())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void seen(Collection<BatchId> ids, Instant at) {
        for (var id : ids) {
            batches.computeIfPresent(
                    id,
                    (_, batch) -> batch.isUnfinished() ? batch.seen(batch.counts(), at) : batch);
        }
    }

    @Override
    public synchronized boolean replace(Batch batch, BatchState expected) {
        var current = batches.get(batch.id());
        if (current == null || current.state() != expected) {
            return false;
        }
        batches.put(batch.id(), batch);
        return true;
    }
}
