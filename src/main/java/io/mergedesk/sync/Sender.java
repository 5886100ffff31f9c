package io.mergedesk.sync;

/// Speaks to targets of one kind. Called from many threads at once, each for another entity or
/// target.
public interface Sender {

    TargetKind kind();

    /// Hands one job over, and waits for the answer; bounded in time. Problems of the other side
    /// are answers, never exceptions.
    Answer deliver(Delivery delivery);

    /// Whether somebody listens where the target is, asked without sending it anything.
    boolean reaches(Target target);
}
