package io.mergedesk.sync.http;

import io.mergedesk.sync.RefusedAddressException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/// Looks a name up once and lets through the addresses that a rule allows; the client then connects
/// to these very addresses, so that a name which leads elsewhere a moment later changes nothing.
final class CheckedResolver implements DnsResolver {

    private final DnsResolver names;
    private final AddressRule rule;
    private final Duration patience;

    /// @param names who looks names up
    CheckedResolver(DnsResolver names, AddressRule rule, Duration patience) {
        this.names = names;
        this.rule = rule;
        this.patience = patience;
    }

    /// @throws RefusedAddressException when the rule allows none of them
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var allowed = new ArrayList<InetAddress>();
        var refusal = "";
        for (var address : lookUp(host)) {
            var refused = rule.refusal(address);
            if (refused.isEmpty()) {
                allowed.add(address);
            } else {
                refusal = refused.get();
            }
        }
        if (allowed.isEmpty()) {
            throw refusal.isEmpty()
                    ? new UnknownHostException(host)
                    : new RefusedAddressException(refusal);
        }
        return allowed.toArray(InetAddress[]::new);
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return Arrays.stream(resolve(host))
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /// The system's own patience is longer than ours, and cannot be told.
    private InetAddress[] lookUp(String host) throws UnknownHostException {
        var task = new FutureTask<>(() -> names.resolve(host));
        Thread.ofVirtual().name("sync-names").start(task);
        try {
            return Objects.requireNonNullElseGet(
                    task.get(patience.toMillis(), TimeUnit.MILLISECONDS), () -> new InetAddress[0]);
        } catch (TimeoutException _) {
            throw new UnknownHostException(host);
        } catch (ExecutionException e) {
            var unknown = new UnknownHostException(host);
            unknown.initCause(e.getCause());
            throw unknown;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var unknown = new UnknownHostException(host);
            unknown.initCause(e);
            throw unknown;
        }
    }
}
