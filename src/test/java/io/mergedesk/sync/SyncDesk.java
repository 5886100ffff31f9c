package io.mergedesk.sync;

import io.mergedesk.storage.jooq.TransferDesk;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.MapPropertySource;

/// The application without its screens, with a sync queue at work.
final class SyncDesk {

    private SyncDesk() {}

    /// @param home where the key of the secrets is kept
    /// @param sender who takes what targets are told
    static TransferDesk start(InstantSource clock, DataSource schema, Path home, Sender sender) {
        return new TransferDesk(
                clock,
                schema,
                context -> {
                    context.getEnvironment()
                            .getPropertySources()
                            .addFirst(
                                    new MapPropertySource(
                                            "test", Map.of("mergedesk.home", home.toString())));
                    context.getBeanFactory()
                            .setConversionService(ApplicationConversionService.getSharedInstance());
                    context.registerBean(Sender.class, () -> sender);
                    context.register(SyncConfiguration.class);
                });
    }
}
