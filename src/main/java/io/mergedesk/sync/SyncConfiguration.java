package io.mergedesk.sync;

import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.Retry;
import io.mergedesk.entities.Revisions;
import io.mergedesk.entities.Types;
import io.mergedesk.events.EventBus;
import io.mergedesk.trail.Trail;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the queue and what works on it together over whichever adapters there are.
@Configuration(proxyBeanMethods = false)
public class SyncConfiguration {

    /// What is called when something was queued; the engine comes later than the write path.
    static final class Wake implements Runnable {

        private final AtomicReference<Runnable> engine = new AtomicReference<>(() -> {});

        void up(Runnable wakes) {
            engine.set(wakes);
        }

        @Override
        public void run() {
            engine.get().run();
        }
    }

    @Bean
    Wake syncWake() {
        return new Wake();
    }

    @Bean
    Targets targets(TargetStore store, InstantSource clock) {
        return new Targets(store, clock);
    }

    @Bean
    JobWriter jobWriter(
            Targets targets,
            SyncQueue queue,
            EntityIds ids,
            EventBus bus,
            Wake wake,
            InstantSource clock) {
        return new JobWriter(targets, queue, ids, bus, wake, clock);
    }

    @Bean
    SecretBox secretBox(
            @Value("${mergedesk.secret-key:}") String key,
            @Value("${mergedesk.home:data}") String home) {
        return AesSecretBox.of(
                Optional.of(key).filter(text -> !text.isBlank()),
                Path.of(home).resolve("secret.key"));
    }

    @Bean
    Circuits circuits(EventBus bus, InstantSource clock) {
        return new Circuits(bus, clock, new SecureRandom());
    }

    @Bean
    TargetService targetService(
            Targets targets,
            TargetStore store,
            SyncQueue queue,
            SecretBox box,
            Types types,
            Trail trail,
            TransactionOperations transactions,
            Wake wake,
            InstantSource clock) {
        return new TargetService(
                targets, store, queue, box, types, trail, transactions, wake, clock);
    }

    @Bean
    JobService jobService(
            JobStore jobs,
            SyncQueue queue,
            TargetStore targets,
            Trail trail,
            TransactionOperations transactions,
            Wake wake,
            InstantSource clock) {
        return new JobService(jobs, queue, targets, trail, new Retry(transactions), wake, clock);
    }

    @Bean
    JobBulk jobBulk(JobStore store, JobService jobs) {
        return new JobBulk(store, jobs);
    }

    @Bean
    Arrivals arrivals(
            EntityService entities,
            RefusalStore refusals,
            ObjectProvider<InboundReader> reader,
            TransactionOperations transactions,
            EntityIds ids,
            EventBus bus,
            InstantSource clock) {
        return new Arrivals(
                entities, refusals, reader::getObject, new Retry(transactions), ids, bus, clock);
    }

    @Bean
    Inbound inbound(TargetStore store, SecretBox box, Arrivals arrivals, InstantSource clock) {
        return new Inbound(store, box, arrivals, clock);
    }

    @Bean
    Refusals refusals(
            RefusalStore store,
            Arrivals arrivals,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock) {
        return new Refusals(store, arrivals, trail, new Retry(transactions), clock);
    }

    @Bean
    SyncMetrics syncMetrics(Targets targets, Circuits circuits, JobStore jobs) {
        return new SyncMetrics(targets, circuits, jobs::standings);
    }

    @Bean
    SyncHealth syncHealthIndicator(Targets targets, Circuits circuits) {
        return new SyncHealth(targets, circuits);
    }

    @Bean
    Senders senders(ObjectProvider<Sender> senders) {
        return new Senders(senders.orderedStream().toList());
    }

    @Bean
    TargetHealth targetHealth(
            SyncEngine engine,
            Circuits circuits,
            TargetStore store,
            SecretBox box,
            Senders senders,
            EntityIds ids,
            InstantSource clock) {
        return new TargetHealth(engine, circuits, store, box, senders, ids, clock);
    }

    @Bean(destroyMethod = "close")
    SyncEngine syncEngine(
            SyncQueue queue,
            Targets targets,
            TargetStore store,
            Revisions revisions,
            EntityService entities,
            Conflicts conflicts,
            ConflictStore conflictStore,
            Types types,
            Circuits circuits,
            SecretBox box,
            Senders senders,
            EventBus bus,
            JobService jobs,
            Arrivals arrivals,
            SyncMetrics metrics,
            Wake wake,
            InstantSource clock,
            @Value("${mergedesk.sync.keep-finished:7d}") Duration keep) {
        var engine =
                new SyncEngine(
                        queue,
                        targets,
                        store,
                        box,
                        revisions,
                        new LaneWorker(
                                new RemoteContests(entities, conflicts, revisions, types, arrivals),
                                clock,
                                new SecureRandom()),
                        circuits,
                        senders,
                        bus,
                        conflictStore,
                        jobs::fillGap,
                        metrics,
                        clock,
                        keep);
        store.sealHeaders(headers -> box.seal(headers).orElseThrow());
        wake.up(engine::wake);
        engine.start();
        return engine;
    }
}
