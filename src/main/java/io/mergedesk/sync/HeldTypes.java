package io.mergedesk.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.common.TypeName;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailDetails;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.util.HashSet;
import org.springframework.transaction.support.TransactionOperations;

/// Types whose changes are queued and not sent.
record HeldTypes(
        SyncQueue queue, Trail trail, TransactionOperations transactions, InstantSource clock) {

    /// Holds a type back, or lets it go; noted where that changes anything.
    void hold(TypeName type, boolean hold, Actor actor) {
        transactions.executeWithoutResult(_ -> {
            var all = new HashSet<>(queue.held());
            if (hold ? all.add(type) : all.remove(type)) {
                queue.hold(all);
                trail.note(
                        TrailEntry.of(TrailAction.TYPE_CHANGED, actor.id(), clock.instant())
                                .about(type)
                                .saying(TrailDetails.of("realTimeSync", !hold)));
            }
        });
    }
}
