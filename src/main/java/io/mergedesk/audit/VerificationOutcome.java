package io.mergedesk.audit;

/// What became of the wish to verify.
public sealed interface VerificationOutcome {

    /// It runs, or has run: a running one of the same extent is shared.
    record Started(Verification verification) implements VerificationOutcome {}

    /// There is no signed checkpoint at that place.
    record NoSuchCheckpoint() implements VerificationOutcome {}

    /// Only admins verify.
    record Forbidden() implements VerificationOutcome {}
}
