package io.mergedesk.desk;

import io.mergedesk.entities.ConflictFeed;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityStore;
import io.mergedesk.entities.NoticeStore;
import io.mergedesk.entities.PeopleDirectory;
import io.mergedesk.entities.TypeService;
import io.mergedesk.events.EventBus;
import io.mergedesk.trail.Trail;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionOperations;

/// Puts the desk together.
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {

    @Bean
    Desk desk(
            ConflictSearch search,
            ConflictStore store,
            EntityStore entities,
            PeopleDirectory people,
            TransactionOperations transactions,
            Trail trail,
            ConflictFeed feed,
            EventBus bus,
            InstantSource clock) {
        return new Desk(search, store, entities, people, transactions, trail, feed, bus, clock);
    }

    @Bean
    Bulk bulk(ConflictSearch search, ConflictStore store, Conflicts conflicts, EntityIds ids) {
        return new Bulk(search, store, conflicts, ids);
    }

    @Bean
    Inbox inbox(
            NoticeStore notices,
            ConflictStore conflicts,
            EntityService entities,
            TypeService types,
            TransactionOperations transactions) {
        return new Inbox(notices, conflicts, entities, types, transactions);
    }
}
