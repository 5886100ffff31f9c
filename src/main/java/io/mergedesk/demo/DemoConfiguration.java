package io.mergedesk.demo;

import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;

/// Fills the demo before the first page is served.
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    @Bean
    @DependsOn("demoAccounts")
    SmartInitializingSingleton demoRecords(
            TypeService types, EntityService entities, DemoClock clock) {
        return () -> new DemoData(types, entities, clock).fill();
    }
}
