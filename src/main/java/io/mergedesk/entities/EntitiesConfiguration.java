package io.mergedesk.entities;

import com.fasterxml.uuid.Generators;
import io.mergedesk.common.EntityId;
import io.mergedesk.events.EventBus;
import java.time.InstantSource;
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
            Types types, TypeStore store, TransactionOperations transactions, InstantSource clock) {
        return new TypeService(types, store, transactions, clock);
    }

    @Bean
    Drafts drafts(DraftStore store, TransactionOperations transactions, InstantSource clock) {
        return new Drafts(store, transactions, clock);
    }

    @Bean(destroyMethod = "close")
    ChangeFeed changeFeed(ChangeLog log, EntityStore store, EventBus bus) {
        return new ChangeFeed(log, store, bus);
    }

    @Bean
    EntityService entityService(
            Types types,
            EntityStore store,
            EntitySearch search,
            ChangeLog log,
            SiteStore sites,
            IdempotencyStore idempotency,
            PeopleDirectory people,
            TransactionOperations transactions,
            EntityIds ids,
            InstantSource clock,
            ChangeFeed feed) {
        var history = new History(store, log);
        var next = new NextRevision(sites.site(), clock, ids);
        var decision = new Decision(types, new Validation(people), new StaleEdit(log, next), next);
        var writePath =
                new WritePath(
                        new Retry(transactions),
                        types,
                        store,
                        log,
                        decision,
                        new UniqueCheck(),
                        new Replay(idempotency, history, clock));
        feed.start();
        return new EntityService(types, store, search, log, history, writePath, feed);
    }
}
