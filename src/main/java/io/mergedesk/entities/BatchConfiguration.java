package io.mergedesk.entities;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts together what works on many entities at once.
@Configuration(proxyBeanMethods = false)
public class BatchConfiguration {

    @Bean
    Batches batches(
            BatchStore store,
            ChangeLog log,
            EntityService entities,
            Types types,
            TransactionOperations transactions,
            EntityIds ids,
            InstantSource clock) {
        return new Batches(
                store, new BatchReversal(log, entities, types), transactions, ids, clock);
    }

    @Bean
    BatchLookup batchLookup(EntityStore store, EntitySearch search) {
        return new BatchLookup(store, search);
    }
}
