package io.mergedesk.entities;

import io.mergedesk.trail.Trail;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts together what works on many entities at once.
@Configuration(proxyBeanMethods = false)
public class BatchConfiguration {

    private static final Duration PULSE = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    BatchPulse batchPulse(
            BatchStore store, TransactionOperations transactions, InstantSource clock) {
        return new BatchPulse(store, transactions, clock).every(PULSE);
    }

    @Bean
    Batches batches(
            BatchStore store,
            BatchPulse pulse,
            ChangeLog log,
            EntityService entities,
            Types types,
            Trail trail,
            TransactionOperations transactions,
            EntityIds ids,
            InstantSource clock) {
        return new Batches(
                store,
                pulse,
                new BatchReversal(log, entities, types),
                trail,
                transactions,
                ids,
                clock);
    }

    @Bean
    BatchLookup batchLookup(EntityStore store, EntitySearch search) {
        return new BatchLookup(store, search);
    }
}
