package io.mergedesk.sync;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The leases this node knows it has, until they are given back: only these are prolonged. Where
/// the database died while it answered, it may have leased more to this node, which nobody works
/// on.
final class HeldLeases {

    private final Map<LaneKey, Long> fences = new ConcurrentHashMap<>();

    void took(Collection<Lease> leases) {
        leases.forEach(lease -> fences.put(lease.lane(), lease.fence()));
    }

    void gaveBack(Collection<Settled> settled) {
        settled.forEach(one -> fences.remove(one.lease().lane(), one.lease().fence()));
    }

    Set<LaneKey> lanes() {
        return Set.copyOf(fences.keySet());
    }
}
