package io.mergedesk.audit;

import io.mergedesk.common.Sequence;

/// Finds what happened, in either log, by an index that follows both.
public interface AuditLog {

    /// What the query finds before a place, newest first. It never looks far: where matches are
    /// rare, it may end short of the limit and before the beginning of the log. What is younger
    /// than the index is found too.
    AuditStretch before(ChainName log, AuditQuery query, Sequence place, int limit);

    /// Takes the next piece of a log into the index, in the transaction of the caller.
    ///
    /// @return whether there was one that is complete
    boolean indexNext(ChainName log);

    /// Takes a piece of a log into the index again whose values were erased since, in the
    /// transaction of the caller: their words stood in it.
    ///
    /// @return whether there was one
    boolean indexErased(ChainName log);

    /// Forgets the index of a log, in the transaction of the caller; to be followed by [#indexNext]
    /// until it answers no.
    void clearIndex(ChainName log);

    /// How far the index of a log is.
    AuditProgress progress(ChainName log);
}
