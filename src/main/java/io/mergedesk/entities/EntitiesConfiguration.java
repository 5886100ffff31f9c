package io.mergedesk.entities;

import com.fasterxml.uuid.Generators;
import io.mergedesk.common.EntityId;
import io.mergedesk.events.EventBus;
import io.mergedesk.trail.Trail;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the write path and what surrounds it together over whichever adapters there are.
@Configuration(proxyBeanMethods = false)
public class EntitiesConfiguration {

    @Bean
    EntityIds entityIds() {
        var generator = Generators.timeBasedEpochGenerator();
        return () -> new EntityId(generator.generate());
    }

    @Bean
    Types types(TypeStore store, InstantSource clock) {
        return new Types(store, clock);
    }

    @Bean
    TypeService typeService(
            Types types,
            TypeStore store,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock) {
        return new TypeService(types, store, trail, transactions, clock);
    }

    @Bean
    Drafts drafts(DraftStore store, TransactionOperations transactions, InstantSource clock) {
        return new Drafts(store, transactions, clock);
    }

    @Bean(destroyMethod = "close")
    ChangeFeed changeFeed(ChangeLog log, EntityStore store, EventBus bus) {
        return new ChangeFeed(log, store, bus);
    }

    @Bean(destroyMethod = "close")
    ConflictFeed conflictFeed(
            Trail trail, ConflictStore conflicts, EntityStore entities, EventBus bus) {
        return new ConflictFeed(trail, conflicts, entities, bus);
    }

    @Bean
    EntityService entityService(WriteParts parts, EntitySearch search, ChangeFeed feed) {
        feed.start();
        return new EntityService(
                parts.types(),
                parts.stores().entities(),
                search,
                parts.stores().log(),
                parts.history(),
                parts.writePath(),
                feed,
                new PendingMarks(parts.stores().outbox()));
    }

    @Bean
    Revisions revisions(WriteParts parts) {
        return new Revisions(parts.stores().entities(), parts.stores().log(), parts.history());
    }

    @Bean
    Conflicts conflicts(WriteParts parts, ChangeFeed feed) {
        parts.stores().conflictFeed().start();
        return new Conflicts(
                parts.retry(),
                parts.stores().entities(),
                parts.stores().conflicts(),
                parts.merges(),
                parts.conflictPath(),
                feed);
    }

    @Bean
    WriteParts writeParts(
            Types types,
            EntityStore store,
            ChangeLog log,
            ConflictStore conflicts,
            NoticeStore notices,
            SiteStore sites,
            IdempotencyStore idempotency,
            PeopleDirectory people,
            TransactionOperations transactions,
            EntityIds ids,
            InstantSource clock,
            EventBus bus,
            Trail trail,
            Optional<Outbox> outbox,
            ConflictFeed conflictFeed) {
        return WriteParts.of(
                types,
                new WriteStores(
                        store,
                        log,
                        conflicts,
                        notices,
                        trail,
                        outbox.orElse(Outbox.NONE),
                        bus,
                        conflictFeed),
                sites.site(),
                idempotency,
                new Validation(people),
                new Retry(transactions),
                ids,
                clock);
    }
}
