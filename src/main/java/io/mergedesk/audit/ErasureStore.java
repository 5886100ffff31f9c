package io.mergedesk.audit;

import java.util.List;
import java.util.Optional;

/// Which erasings there were, and which are under way.
public interface ErasureStore {

    /// Joins the transaction of the caller.
    void add(Erasure erasure);

    /// Keeps that it is finished, and what it came to. Joins the transaction of the caller.
    void finish(Erasure erasure);

    /// Those that a crash has interrupted, or that are under way.
    List<Erasure> unfinished();

    /// The newest retention that was finished.
    Optional<Erasure> lastRetention();
}
