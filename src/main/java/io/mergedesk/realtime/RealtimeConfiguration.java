package io.mergedesk.realtime;

import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.EntityService;
import io.mergedesk.events.EventBus;
import io.mergedesk.sync.CheckedNames;
import io.mergedesk.sync.SecretBox;
import io.mergedesk.trail.Trail;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the gateway and the links together.
@Configuration(proxyBeanMethods = false)
public class RealtimeConfiguration {

    @Bean(destroyMethod = "close")
    LiveFeed liveFeed(
            EntityService entities, EventBus bus, EventEncoding encoding, InstantSource clock) {
        return new LiveFeed(entities, bus, encoding, clock);
    }

    @Bean(destroyMethod = "close")
    Gateway gateway(
            LiveFeed feed,
            EventBus bus,
            EventEncoding encoding,
            InstantSource clock,
            @Value("${mergedesk.realtime.clients-of-one-person:100}") int ofOnePerson) {
        var limits = RealtimeLimits.USUAL.withClientsOfOnePerson(ofOnePerson);
        return new Gateway(feed, bus, encoding, limits, clock);
    }

    @Bean
    GatewayMetrics gatewayMetrics(Gateway gateway) {
        return new GatewayMetrics(gateway);
    }

    @Bean
    Connections connections(
            Gateway gateway, Trail trail, TransactionOperations transactions, InstantSource clock) {
        return new Connections(gateway, trail, transactions, clock);
    }

    /// What comes over links is only counted as long as nothing else takes it.
    @Bean
    @ConditionalOnMissingBean
    LinkListener linkListener() {
        return new LinkTally();
    }

    @Bean
    HttpLinkTransport linkTransport(CheckedNames names) {
        return new HttpLinkTransport(names);
    }

    @Bean(destroyMethod = "close")
    LinkKeeper linkKeeper(
            LinkStore store,
            TransactionOperations transactions,
            SecretBox box,
            HttpLinkTransport transport,
            LinkListener listener,
            EntityIds ids,
            InstantSource clock) {
        var work =
                new LinkWork(
                        store,
                        transactions,
                        box,
                        transport,
                        listener,
                        new NodeId(ids.next().value()));
        return new LinkKeeper(work, new LinkMachine(clock, new SecureRandom()), clock).start();
    }

    @Bean
    Links links(
            LinkStore store,
            LinkKeeper keeper,
            SecretBox box,
            Trail trail,
            TransactionOperations transactions,
            EntityIds ids,
            InstantSource clock) {
        return new Links(store, keeper, box, trail, transactions, ids, clock);
    }
}
