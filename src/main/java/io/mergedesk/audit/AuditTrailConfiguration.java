package io.mergedesk.audit;

import io.mergedesk.entities.EntityService;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the audit trail together over whichever adapters there are.
@Configuration(proxyBeanMethods = false)
public class AuditTrailConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean(destroyMethod = "close")
    AuditFollower auditFollower(AuditLog log, TransactionOperations transactions) {
        return new AuditFollower(log, transactions, PAUSE).start();
    }

    @Bean
    AuditService auditService(
            AuditLog log,
            EntityService entities,
            AuditVisits visits,
            TransactionOperations transactions,
            InstantSource clock) {
        return new AuditService(log, entities, visits, transactions, clock);
    }
}
