package io.mergedesk.trail;

import io.mergedesk.common.Sequence;
import java.util.List;
import java.util.Optional;

/// All that happened beside the edits of records, in commit order, numbered without gaps and
/// chained by hash.
public interface Trail {

    /// Adds an entry at the end, in the transaction of the caller, who does it last: it holds up
    /// everybody else who notes something. Where that transaction also appends to the feed, the
    /// feed comes first, so that no two wait for each other.
    ///
    /// @return the same entry with its sequence
    TrailEntry note(TrailEntry entry);

    /// The last sequence that is committed.
    Sequence head();

    /// What was noted after that place, oldest first.
    List<TrailEntry> after(Sequence place, int limit);

    /// One place of the chain: the hash that covers this entry and all before it; 32 bytes.
    Optional<byte[]> hashAt(Sequence place);
}
