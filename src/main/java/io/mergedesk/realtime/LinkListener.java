package io.mergedesk.realtime;

/// Takes what comes over links: in order, each change at least once; after a crash the last ones
/// may come again, with the sequence they had.
@FunctionalInterface
public interface LinkListener {

    /// @throws RuntimeException when it cannot be taken now: the link rests and offers it again
    void on(Link link, LinkEvent event);
}
