package io.mergedesk.realtime;

/// What happens to a link.
sealed interface LinkSignal {

    /// It is to come up, now.
    record Wanted() implements LinkSignal {}

    /// The other side sends what it is to send.
    record Opened() implements LinkSignal {}

    /// It did not come up, or did not stay.
    record Lost(String problem) implements LinkSignal {}

    /// It is to be down.
    record Unwanted(String why) implements LinkSignal {}
}
