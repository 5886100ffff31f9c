package io.mergedesk.realtime;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts what comes over links, until sites take it.
final class LinkTally implements LinkListener {

    private final Map<LinkId, LongAdder> received = new ConcurrentHashMap<>();

    @Override
    public void on(Link link, LinkEvent event) {
        received.computeIfAbsent(link.id(), _ -> new LongAdder()).increment();
    }

    long of(LinkId link) {
        var count = received.get(link);
        return count == null ? 0 : count.sum();
    }
}
