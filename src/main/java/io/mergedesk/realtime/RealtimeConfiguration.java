package io.mergedesk.realtime;

import io.mergedesk.entities.EntityService;
import io.mergedesk.events.EventBus;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

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
}
