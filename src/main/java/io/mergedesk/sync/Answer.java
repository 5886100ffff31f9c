package io.mergedesk.sync;

import java.time.Duration;
import java.util.Optional;

/// What came of one delivery.
public sealed interface Answer {

    /// What was sent and what came back.
    Exchange exchange();

    /// Why it was not taken, in words; empty where it was.
    static String problemOf(Answer answer) {
        return switch (answer) {
            case Taken _ -> "";
            case Later later -> later.problem();
            case Unreachable unreachable -> unreachable.problem();
            case Refused refused -> refused.problem();
            case Gone gone -> gone.problem();
            case Contested contested -> contested.problem();
        };
    }

    /// It was taken.
    ///
    /// @param etag the version the other system gave it; empty where it gave none
    record Taken(Exchange exchange, Optional<String> etag) implements Answer {}

    /// Not now: the other side is busy or broken, or said when to come again.
    ///
    /// @param problem in words, such as "answered 503"
    /// @param after not before that; empty where the other side did not say
    record Later(Exchange exchange, String problem, Optional<Duration> after) implements Answer {}

    /// Nobody answered: no address, no connection, no answer in time.
    record Unreachable(Exchange exchange, String problem) implements Answer {}

    /// It will never be taken as it is.
    record Refused(Exchange exchange, String problem) implements Answer {}

    /// The other side wants nothing any more (410 Gone).
    record Gone(Exchange exchange, String problem) implements Answer {}

    /// The other side's record has changed meanwhile (409 or 412).
    ///
    /// @param theirs the other side's record as JSON in its own names; empty where it sent none
    record Contested(
            Exchange exchange, String problem, Optional<String> theirs, Optional<String> etag)
            implements Answer {}
}
