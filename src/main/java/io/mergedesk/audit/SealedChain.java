package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import java.util.List;
import java.util.Optional;

/// A table whose rows are numbered without gaps and chained by hash, as it is stored: nothing of it
/// is trusted.
public interface SealedChain {

    ChainName name();

    /// What the head row and the table say about the end, both as of one moment.
    ChainEnd end();

    /// The rows after that place in the order of their places, two with one place included.
    List<SealedRow> after(Sequence place, int limit);

    /// The hash that is stored at that place; 32 bytes.
    Optional<byte[]> hashAt(Sequence place);
}
