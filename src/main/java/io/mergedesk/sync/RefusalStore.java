package io.mergedesk.sync;

import java.util.List;
import java.util.Optional;

/// Keeps what other systems sent and was not taken. Everything that writes joins the transaction of
/// its caller.
public interface RefusalStore {

    /// Keeps it. The same body under the same key of the same target is kept once, with the latest
    /// problem.
    ///
    /// @return what is kept now, which has an id and an end of its own where it was there before
    Refusal keep(Refusal refusal);

    Optional<Refusal> find(RefusalId id);

    /// The one that is kept of this very message.
    Optional<Refusal> find(TargetId target, String key, String body);

    /// Newest first.
    ///
    /// @param open those that wait, or else those that have an end
    /// @param before only those older than this one
    List<Refusal> page(boolean open, Optional<RefusalId> before, int limit);

    /// How many wait.
    long open();

    /// @return whether it was still waiting
    boolean end(RefusalId id, Refusal.End end);
}
