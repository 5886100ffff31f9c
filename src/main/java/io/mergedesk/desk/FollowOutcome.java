package io.mergedesk.desk;

/// What came of following, or not.
public sealed interface FollowOutcome {

    record Set(Attention attention) implements FollowOutcome {}

    /// The entity is not there, or not to be seen.
    record Missing() implements FollowOutcome {}

    /// Nobody attends to more entities than that.
    record TooMany(int most) implements FollowOutcome {}
}
