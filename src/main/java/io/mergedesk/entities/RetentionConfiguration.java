package io.mergedesk.entities;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What is forgotten, and after how long.
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean(destroyMethod = "close")
    AnswerRetention answerRetention(
            IdempotencyStore store,
            InstantSource clock,
            @Value("${mergedesk.idempotency.retention:7d}") Duration kept) {
        return new AnswerRetention(store, clock, kept).daily();
    }
}
