package io.mergedesk.audit;

import java.time.Instant;
import java.util.Map;

/// Where the chains were when the last checkpoint was made, kept in the database.
public interface CheckpointNote {

    /// Joins the transaction of the caller, whose commit flushes all earlier ones.
    void write(Map<ChainName, Link> links, Instant at);
}
