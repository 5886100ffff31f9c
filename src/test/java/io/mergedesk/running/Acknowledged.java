package io.mergedesk.running;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/// What the application said it had taken.
final class Acknowledged {

    private final Queue<String> values = new ConcurrentLinkedQueue<>();
    private final Queue<String> settled = new ConcurrentLinkedQueue<>();

    void value(String value) {
        values.add(value);
    }

    void settled(String conflict) {
        settled.add(conflict);
    }

    int count() {
        return values.size();
    }

    Set<String> values() {
        return Set.copyOf(values);
    }

    Set<String> settled() {
        return Set.copyOf(settled);
    }
}
