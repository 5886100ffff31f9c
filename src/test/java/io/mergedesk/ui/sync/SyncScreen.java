package io.mergedesk.ui.sync;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.entities.ChangeLog;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.Revisions;
import io.mergedesk.entities.Types;
import io.mergedesk.entities.World;
import io.mergedesk.storage.memory.MemoryJobStore;
import io.mergedesk.storage.memory.MemoryRefusalStore;
import io.mergedesk.storage.memory.MemorySyncQueue;
import io.mergedesk.storage.memory.MemoryTargetStore;
import io.mergedesk.storage.memory.MemoryTransactions;
import io.mergedesk.sync.RecordingSender;
import io.mergedesk.sync.SyncConfiguration;
import io.mergedesk.ui.ScreenWorld;
import io.mergedesk.ui.SignedInWorld;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/// The screen of the sync queue over a queue in memory that is at work, in the world of the other
/// screens.
@Configuration
@Import({ScreenWorld.class, SignedInWorld.class, SyncConfiguration.class})
@ComponentScan(
        basePackages = "io.mergedesk.ui.sync",
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|SyncScreen)"))
@EnableVaadin({
    "io.mergedesk.ui.shell",
    "io.mergedesk.ui.history",
    "io.mergedesk.ui.types",
    "io.mergedesk.ui.events",
    "io.mergedesk.ui.sync"
})
class SyncScreen {

    @Bean
    MemorySyncQueue queue(MemoryTransactions transactions, InstantSource clock) {
        return new MemorySyncQueue(transactions, clock);
    }

    @Bean
    MemoryTargetStore targetStore(
            MemoryTransactions transactions, MemorySyncQueue queue, World world) {
        return new MemoryTargetStore(transactions, queue, world.log::head);
    }

    @Bean
    MemoryJobStore jobStore(
            MemoryTransactions transactions,
            MemorySyncQueue queue,
            MemoryTargetStore targets,
            World world,
            EntityIds ids,
            InstantSource clock) {
        return new MemoryJobStore(transactions, queue, targets, world.log, ids, clock);
    }

    @Bean
    MemoryRefusalStore refusalStore(MemoryTransactions transactions) {
        return new MemoryRefusalStore(transactions);
    }

    @Bean
    RecordingSender sender() {
        return new RecordingSender();
    }

    @Bean
    Revisions revisions(World world) {
        return world.revisions;
    }

    @Bean
    Types types(World world) {
        return world.types;
    }

    @Bean
    ConflictStore conflictStore(World world) {
        return world.conflictStore;
    }

    @Bean
    ChangeLog changeLog(World world) {
        return world.log;
    }
}
