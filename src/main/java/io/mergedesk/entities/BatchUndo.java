package io.mergedesk.entities;

import io.mergedesk.common.EntityId;
import java.util.List;

/// What came of undoing a batch.
public sealed interface BatchUndo {

    /// Taken back, but for what somebody changed since.
    ///
    /// @param deleted how many records it had made and are deleted again
    /// @param reverted how many edits were taken back
    /// @param keptCount how many records keep something
    /// @param kept the first of them
    record Undone(Batch batch, long deleted, long reverted, long keptCount, List<Kept> kept)
            implements BatchUndo {
        public Undone {
            kept = List.copyOf(kept);
        }
    }

    /// A record that keeps something of the batch, and why.
    record Kept(EntityId entity, String title, String why) {}

    /// There is nothing to undo, or it is still at work.
    record NotNow(Batch batch) implements BatchUndo {}

    /// Only who started a batch, and admins, undo it.
    record Forbidden() implements BatchUndo {}

    record Missing() implements BatchUndo {}
}
