package io.mergedesk.sync.http;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Makes HTTP clients that do as they are told and nothing by themselves: no redirects, retries,
/// cookies, proxies, unpacking or upgrades.
final class Clients {

    /// Targets have up to 64 deliveries under way, and seldom share a host.
    private static final int CONNECTIONS_OF_A_HOST = 64;

    private static final int CONNECTIONS = 512;
    private static final int LONGEST_HEADER = 8_192;
    private static final int MOST_HEADERS = 100;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);

    private Clients() {}

    static CloseableHttpClient make(DnsResolver names, TlsSocketStrategy tls, Limits limits) {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setTlsSocketStrategy(tls)
                        .setMaxConnPerRoute(CONNECTIONS_OF_A_HOST)
                        .setMaxConnTotal(CONNECTIONS)
                        .setConnectionFactory(
                                ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(
                                                Http1Config.custom()
                                                        .setMaxLineLength(LONGEST_HEADER)
                                                        .setMaxHeaderCount(MOST_HEADERS)
                                                        .build())
                                        .build())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(timeout(limits.connecting()))
                                        .setSocketTimeout(timeout(limits.answering()))
                                        .setTimeToLive(TimeValue.of(LONGEST_LIFE))
                                        // else the first delivery after a rest would often fail
                                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                        .build())
                        .setDefaultTlsConfig(
                                TlsConfig.custom()
                                        .setHandshakeTimeout(timeout(limits.connecting()))
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(timeout(limits.answering()))
                                .setResponseTimeout(timeout(limits.answering()))
                                .setProtocolUpgradeEnabled(false)
                                .setRedirectsEnabled(false)
                                .setAuthenticationEnabled(false)
                                .build())
                // never by a proxy of the environment: it would look names up itself
                .setRoutePlanner(new DefaultRoutePlanner(null))
                .setUserAgent("Mergedesk")
                .evictIdleConnections(TimeValue.of(IDLE))
                .evictExpiredConnections()
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    private static Timeout timeout(Duration time) {
        return Timeout.of(time);
    }
}
