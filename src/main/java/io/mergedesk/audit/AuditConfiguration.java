package io.mergedesk.audit;

import io.mergedesk.entities.EntityStore;
import io.mergedesk.entities.SiteStore;
import io.mergedesk.entities.TypeService;
import io.mergedesk.trail.Trail;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the proof together over whichever chains there are.
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    @Bean
    Checkpoints checkpoints(@Value("${mergedesk.home:data}") String home, SiteStore sites) {
        return new Checkpoints(Path.of(home), sites.site());
    }

    @Bean(destroyMethod = "close")
    AuditIntegrity auditIntegrity(
            List<SealedChain> chains,
            Checkpoints checkpoints,
            Eraser eraser,
            ErasureStore erasures,
            Trail trail,
            CurrentEntities entities,
            InstantSource clock) {
        return new AuditIntegrity(
                chains, checkpoints, new ErasureCheck(eraser, erasures, trail), entities, clock);
    }

    @Bean
    CheckpointWriter checkpointWriter(
            List<SealedChain> chains,
            Checkpoints checkpoints,
            CheckpointNote note,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock,
            @Value("${mergedesk.audit.checkpoint-rows:10000}") long rows,
            @Value("${mergedesk.audit.checkpoint-every:10m}") Duration time) {
        return new CheckpointWriter(
                chains,
                checkpoints,
                note,
                trail,
                transactions,
                clock,
                new CheckpointWriter.Pace(rows, time));
    }

    @Bean
    Holds holds(
            HoldStore store,
            EntityStore entities,
            TypeService types,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Holds(store, entities, types, trail, transactions, clock);
    }

    @Bean
    Erasures erasures(
            Eraser eraser,
            ErasureStore store,
            Holds holds,
            EntityStore entities,
            TypeService types,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Erasures(eraser, store, holds, entities, types, trail, transactions, clock);
    }

    @Bean
    Retention retention(
            Eraser eraser,
            ErasureStore store,
            Holds holds,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock,
            @Value("${mergedesk.audit.keep-values:0s}") Duration kept) {
        return new Retention(eraser, store, holds, trail, transactions, clock, kept);
    }

    @Bean(destroyMethod = "close")
    IntegrityTimer integrityTimer(
            AuditIntegrity integrity,
            CheckpointWriter writer,
            Checkpoints checkpoints,
            Erasures erasures,
            Retention retention,
            @Value("${mergedesk.audit.verify-every:15m}") Duration newRows,
            @Value("${mergedesk.audit.verify-all-every:1d}") Duration allRows) {
        checkpoints.prepare();
        return new IntegrityTimer()
                .signing(writer)
                .verifying(integrity, newRows, allRows)
                .erasing(erasures, retention);
    }
}
