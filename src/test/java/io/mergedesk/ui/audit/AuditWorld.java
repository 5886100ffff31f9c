package io.mergedesk.ui.audit;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.audit.AuditDesk;
import io.mergedesk.audit.AuditIntegrity;
import io.mergedesk.audit.AuditService;
import io.mergedesk.audit.NothingSealed;
import io.mergedesk.entities.World;
import io.mergedesk.storage.memory.MemoryAuditLog;
import io.mergedesk.storage.memory.MemoryAuditVisits;
import io.mergedesk.storage.memory.MemoryTransactions;
import io.mergedesk.trail.TrailQueue;
import io.mergedesk.transfer.AuditExport;
import io.mergedesk.transfer.AuditFiles;
import io.mergedesk.ui.ScreenWorld;
import io.mergedesk.ui.SignedInWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/// The audit screen in the world of the other screens.
@Configuration
@Import({ScreenWorld.class, SignedInWorld.class})
@ComponentScan(
        basePackages = {"io.mergedesk.ui.audit", "io.mergedesk.ui.fields"},
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|AuditWorld)"))
@EnableVaadin({
    "io.mergedesk.ui.shell",
    "io.mergedesk.ui.history",
    "io.mergedesk.ui.types",
    "io.mergedesk.ui.events",
    "io.mergedesk.ui.fields",
    "io.mergedesk.ui.audit"
})
class AuditWorld {

    @Bean
    AuditService auditService(World world) {
        return new AuditDesk(
                        world,
                        new MemoryAuditLog(world.log, world.trail),
                        new MemoryAuditVisits((MemoryTransactions) world.transactions))
                .audit;
    }

    @Bean(destroyMethod = "close")
    AuditIntegrity auditIntegrity(World world) throws IOException {
        return NothingSealed.integrity(world, Files.createTempDirectory("checkpoints"));
    }

    @Bean(destroyMethod = "close")
    TrailQueue trailQueue(World world) {
        return new TrailQueue(world.trail, world.transactions, Duration.ofSeconds(10));
    }

    @Bean
    AuditExport auditExport(AuditService audit, TrailQueue trail, World world) {
        return AuditFiles.of(audit, trail, world);
    }
}
