package io.mergedesk.sync;

/// How far a target that is behind has come.
///
/// @param sent delivered since the oldest job that is still open was queued
/// @param open still to be delivered
public record CatchUp(long sent, long open) {

    public long all() {
        return sent + open;
    }
}
