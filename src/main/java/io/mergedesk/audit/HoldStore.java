package io.mergedesk.audit;

import java.util.List;

/// The legal holds, lifted ones too.
public interface HoldStore {

    /// Joins the transaction of the caller.
    void add(LegalHold hold);

    /// Joins the transaction of the caller.
    ///
    /// @return false when there is none that holds
    boolean lift(HoldId hold, LegalHold.Lifted lifted);

    /// All of them, newest first.
    List<LegalHold> all();
}
