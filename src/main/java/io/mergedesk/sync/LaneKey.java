package io.mergedesk.sync;

import io.mergedesk.common.EntityId;
import java.util.Comparator;

/// The jobs of one entity for one target are delivered one after the other, in the order of its
/// revisions; those of others go on beside them.
public record LaneKey(TargetId target, EntityId entity) implements Comparable<LaneKey> {

    private static final Comparator<LaneKey> ORDER =
            Comparator.comparing(LaneKey::target).thenComparing(LaneKey::entity);

    @Override
    public int compareTo(LaneKey other) {
        return ORDER.compare(this, other);
    }
}
