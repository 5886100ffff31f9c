package io.mergedesk.audit;

import io.mergedesk.common.Sequence;

/// How much of the chains is verified.
public sealed interface Extent {

    /// Everything from the first row.
    record Whole() implements Extent {}

    /// Everything, and whether each record is what its changes lead to.
    record Deep() implements Extent {}

    /// What came after the last place that was found good, or was signed.
    record SinceLast() implements Extent {}

    /// What came after a signed checkpoint, named by its place in the feed.
    record FromCheckpoint(Sequence changes) implements Extent {}
}
