package io.mergedesk.trail;

import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the trail together over whichever adapter there is.
@Configuration(proxyBeanMethods = false)
public class TrailConfiguration {

    private static final Duration PATIENCE = Duration.ofMillis(500);

    @Bean(destroyMethod = "close")
    TrailQueue trailQueue(Trail trail, TransactionOperations transactions) {
        return new TrailQueue(trail, transactions, PATIENCE);
    }
}
