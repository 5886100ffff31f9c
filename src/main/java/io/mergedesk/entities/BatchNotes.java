package io.mergedesk.entities;

import io.mergedesk.common.UserId;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;

/// What the trail tells of batches, in the transaction it is told in.
final class BatchNotes {

    private final Trail trail;

    BatchNotes(Trail trail) {
        this.trail = trail;
    }

    void started(Batch batch) {
        trail.note(entry(batch, TrailAction.IMPORT_STARTED, batch.startedBy()));
    }

    /// In the state that the batch has now.
    void ended(Batch batch, UserId by) {
        var counts = batch.counts();
        trail.note(
                entry(batch, ended(batch.state()), by)
                        .with("created", counts.created())
                        .with("updated", counts.updated())
                        .with("skipped", counts.skipped())
                        .with("failed", counts.failed()));
    }

    /// Noted when it was last seen at work: in the same transaction.
    private static TrailEntry entry(Batch batch, TrailAction action, UserId by) {
        return TrailEntry.of(action, by, batch.seenAt())
                .about(batch.type())
                .with("batch", batch.id())
                .with("file", batch.label())
                .with("rows", batch.counts().total());
    }

    private static TrailAction ended(BatchState state) {
        return switch (state) {
            case DONE -> TrailAction.IMPORT_FINISHED;
            case FAILED -> TrailAction.IMPORT_FAILED;
            case CANCELLED -> TrailAction.IMPORT_CANCELLED;
            case UNDONE -> TrailAction.BATCH_UNDONE;
            case RUNNING, UNDOING ->
                    throw new IllegalArgumentException(
                            "expected a state that a batch ends in, got " + state.wireName());
        };
    }
}
