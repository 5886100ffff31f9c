package io.mergedesk.transfer;

import io.mergedesk.audit.AuditService;
import io.mergedesk.entities.BatchLookup;
import io.mergedesk.entities.Batches;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.trail.TrailQueue;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts import and export together.
@Configuration(proxyBeanMethods = false)
public class TransferConfiguration {

    @Bean
    Imports imports(
            EntityService entities,
            TypeService types,
            BatchLookup lookup,
            Batches batches,
            MappingStore mappings,
            TransactionOperations transactions,
            InstantSource clock) {
        var memory = new MappingMemory(mappings, transactions, clock);
        return new Imports(entities, types, lookup, batches, memory, transactions);
    }

    @Bean
    ImportJobs importJobs(Imports imports) {
        return new ImportJobs(imports);
    }

    @Bean
    AuditExport auditExport(AuditService audit, TrailQueue trail, InstantSource clock) {
        return new AuditExport(audit, trail, clock);
    }

    @Bean
    Exports exports(
            EntityService entities, TypeService types, TrailQueue trail, InstantSource clock) {
        return new Exports(entities, types, trail, clock);
    }
}
