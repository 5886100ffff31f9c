package io.mergedesk.sync.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;

/// Knows each name by what it is told, one answer after the other; the last one stays.
final class FakeNames implements DnsResolver {

    private final Deque<List<String>> answers;
    private final AtomicInteger lookUps = new AtomicInteger();

    private FakeNames(List<List<String>> answers) {
        this.answers = new ArrayDeque<>(answers);
    }

    /// @param answers addresses with commas between
    static FakeNames answering(String... answers) {
        return new FakeNames(
                Arrays.stream(answers).map(one -> Arrays.asList(one.split(","))).toList());
    }

    int lookUps() {
        return lookUps.get();
    }

    @Override
    public synchronized InetAddress[] resolve(String host) throws UnknownHostException {
        lookUps.incrementAndGet();
        var answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        return answer.stream()
                .filter(one -> !one.isEmpty())
                .map(InetAddress::ofLiteral)
                .toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
