package io.mergedesk.audit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/// The last thousand links, to recognise a row that follows an older one.
final class RecentLinks {

    private static final int MOST = 1_000;

    private final Deque<Link> links = new ArrayDeque<>();

    void add(Link link) {
        if (links.size() == MOST) {
            links.removeFirst();
        }
        links.addLast(link);
    }

    boolean any(Predicate<Link> wanted) {
        return links.stream().anyMatch(wanted);
    }
}
