package io.mergedesk.realtime;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// A few things that wait for the thread of a client.
final class Inbox<T> {

    private final int most;
    private final Queue<T> waiting = new ArrayDeque<>();

    Inbox(int most) {
        this.most = most;
    }

    /// @return whether there was room
    synchronized boolean offer(T one) {
        return waiting.size() < most && waiting.add(one);
    }

    synchronized Optional<T> take() {
        return Optional.ofNullable(waiting.poll());
    }

    synchronized int size() {
        return waiting.size();
    }
}
