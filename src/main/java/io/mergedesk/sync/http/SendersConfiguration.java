package io.mergedesk.sync.http;

import io.mergedesk.common.SiteId;
import io.mergedesk.entities.SiteStore;
import io.mergedesk.sync.CheckedNames;
import io.mergedesk.sync.Sender;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/// Puts together what speaks to targets. All of them share one caller with its connections.
@Configuration(proxyBeanMethods = false)
public class SendersConfiguration {

    private static final DnsResolver NAMES = SystemDefaultDnsResolver.INSTANCE;
    private static final TlsSocketStrategy TLS = DefaultClientTlsStrategy.createDefault();

    @Bean(destroyMethod = "close")
    Watch deliveryWatch() {
        return new Watch();
    }

    @Bean(destroyMethod = "close")
    HttpCaller httpCaller(Watch watch) {
        return new HttpCaller(Limits.USUAL, NAMES, TLS, watch);
    }

    @Bean
    CheckedNames checkedNames() {
        return (host, port, allowPrivate) ->
                new CheckedResolver(NAMES, AddressRule.of(allowPrivate), Limits.USUAL.connecting())
                        .resolve(host, port);
    }

    @Bean
    Reach reach(Watch watch) {
        return new Reach(Limits.USUAL, NAMES, TLS, watch);
    }

    @Bean
    Sender webhookSender(HttpCaller http, Reach reach, SiteStore sites, InstantSource clock) {
        // asked once: a delivery needs no database
        Supplier<SiteId> site = SingletonSupplier.of(sites::site);
        return new WebhookSender(http, reach, site, clock);
    }

    @Bean
    Sender restSender(HttpCaller http, Reach reach, InstantSource clock) {
        return new RestSender(http, reach, clock);
    }
}
