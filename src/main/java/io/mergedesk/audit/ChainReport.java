package io.mergedesk.audit;

import java.time.Instant;

/// What one verification found about one chain.
///
/// @param rows how many rows were recomputed
public record ChainReport(ChainName chain, Integrity integrity, long rows, Instant checkedAt) {

    /// The finding as one plain sentence.
    public String words() {
        return IntegrityWords.of(integrity);
    }
}
