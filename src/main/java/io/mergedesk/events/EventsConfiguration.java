package io.mergedesk.events;

import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The one bus of this node; each delivery runs on a virtual thread, so that a locked screen holds
/// up no other.
@Configuration(proxyBeanMethods = false)
class EventsConfiguration {

    @Bean
    EventBus eventBus() {
        return new EventBus(Executors.newVirtualThreadPerTaskExecutor());
    }
}
