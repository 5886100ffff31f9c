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
            NoticeStore notices,
            EntityIds ids,
            TransactionOperations transactions,
            Trail trail,
            ConflictFeed feed,
            EventBus bus,
            InstantSource clock) {
        var notes = new NoteNotices(notices, people, ids, clock);
        return new Desk(
                search, store, entities, people, transactions, trail, feed, notes, bus, clock);
    }

    @Bean
    Bulk bulk(ConflictSearch search, ConflictStore store, Conflicts conflicts, EntityIds ids) {
        return new Bulk(search, store, conflicts, ids);
    }

    @Bean
    Followings followings(
            FollowingStore store, EntityService entities, TransactionOperations transactions) {
        return new Followings(store, entities, transactions);
    }

    @Bean
    Inbox inbox(
            NoticeStore notices,
            ConflictStore conflicts,
            EntityService entities,
            TypeService types,
            Followings followings,
            TransactionOperations transactions) {
        return new Inbox(
                notices,
                new NoticeReader(notices, conflicts, entities, types, followings),
                new Digests(followings, entities, types),
                followings,
                conflicts,
                entities,
                transactions);
    }
}
