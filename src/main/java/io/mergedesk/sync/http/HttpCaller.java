package io.mergedesk.sync.http;

import io.mergedesk.sync.RefusedAddressException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/// Makes HTTP requests within the rules for addresses and within limits of time and size.
///
/// Trusted targets have a client of their own: a connection that was opened for one of them is
/// never lent to another target.
final class HttpCaller implements AutoCloseable {

    private final Limits limits;
    private final Map<AddressRule, CloseableHttpClient> clients = new EnumMap<>(AddressRule.class);
    private final Watch watch;

    /// @param names who looks names up
    HttpCaller(Limits limits, DnsResolver names, TlsSocketStrategy tls, Watch watch) {
        this.limits = limits;
        this.watch = watch;
        for (var rule : AddressRule.values()) {
            var checked = new CheckedResolver(names, rule, limits.connecting());
            clients.put(rule, Clients.make(checked, tls, limits));
        }
    }

    /// Waits for the answer; whatever goes wrong is a reply too. Once the status has come the
    /// answer counts, even where its body never ends.
    Reply call(Call call) {
        var refusal = call.refusal();
        if (refusal.isPresent()) {
            return new Reply.Forbidden("refused: " + refusal.get(), Duration.ZERO);
        }
        var request = request(call);
        var late = new AtomicBoolean();
        long began = System.nanoTime();
        var alarm =
                watch.after(
                        limits.answering(),
                        () -> {
                            late.set(true);
                            request.cancel();
                        });
        try {
            return answer(call, request, began);
        } catch (RefusedAddressException e) {
            return new Reply.Forbidden("refused: " + e.getMessage(), since(began));
        } catch (IOException | HttpException e) {
            var problem =
                    late.get()
                            ? Failures.late(limits.answering())
                            : Failures.words(e, call.url().getHost(), limits);
            return new Reply.Silent(problem, since(began));
        } finally {
            alarm.cancel(false);
        }
    }

    private static HttpUriRequestBase request(Call call) {
        var request = new HttpUriRequestBase(call.method(), call.url());
        call.headers().forEach(request::setHeader);
        if (call.body().length > 0) {
            // its type is among the headers
            request.setEntity(new ByteArrayEntity(call.body(), null));
        }
        return request;
    }

    private Reply answer(Call call, HttpUriRequestBase request, long began)
            throws IOException, HttpException {
        var response =
                client(call.rule())
                        .executeOpen(
                                RoutingSupport.determineHost(request),
                                request,
                                HttpClientContext.create());
        try {
            var body = read(response, call.most());
            return new Reply.Answered(response.getCode(), headers(response), body, since(began));
        } finally {
            // what was read to its end is back in the pool, and is not touched by this
            request.cancel();
            Closer.closeQuietly(response);
        }
    }

    @SuppressWarnings("NullAway") // there is one for each rule
    private CloseableHttpClient client(AddressRule rule) {
        return clients.get(rule);
    }

    private static byte[] read(ClassicHttpResponse response, int most) {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[Math.min(most, Call.BRIEF)];
        try {
            // not closed: that would read all the rest
            var content = response.getEntity() == null ? null : response.getEntity().getContent();
            while (content != null) {
                int count = content.read(buffer, 0, Math.min(buffer.length, most - bytes.size()));
                if (count <= 0) {
                    break;
                }
                bytes.write(buffer, 0, count);
            }
        } catch (IOException _) {
            // as far as it came
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> headers(ClassicHttpResponse response) {
        var headers = new HashMap<String, String>();
        for (var header : response.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        clients.values().forEach(client -> client.close(CloseMode.IMMEDIATE));
    }
}
