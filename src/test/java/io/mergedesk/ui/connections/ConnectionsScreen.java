package io.mergedesk.ui.connections;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.World;
import io.mergedesk.events.Event;
import io.mergedesk.realtime.EventEncoding;
import io.mergedesk.realtime.LinkStore;
import io.mergedesk.realtime.RealtimeConfiguration;
import io.mergedesk.storage.memory.MemoryLinkStore;
import io.mergedesk.storage.memory.MemoryTransactions;
import io.mergedesk.sync.CheckedNames;
import io.mergedesk.sync.SecretBox;
import io.mergedesk.ui.ScreenWorld;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/// The screen of the connections over a gateway that is at work, in the world of the other screens;
/// no link gets anywhere.
@Configuration
@Import({ScreenWorld.class, RealtimeConfiguration.class})
@ComponentScan(
        basePackages = "io.mergedesk.ui.connections",
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(Test|IT|ConnectionsScreen)"))
@EnableVaadin({
    "io.mergedesk.ui.shell",
    "io.mergedesk.ui.history",
    "io.mergedesk.ui.types",
    "io.mergedesk.ui.events",
    "io.mergedesk.ui.connections"
})
class ConnectionsScreen {

    @Bean
    MemoryTransactions transactions(World world) {
        return (MemoryTransactions) world.transactions;
    }

    @Bean
    LinkStore linkStore(MemoryTransactions transactions) {
        return new MemoryLinkStore(transactions);
    }

    @Bean
    CheckedNames checkedNames() {
        return (host, _, _) -> {
            throw new UnknownHostException(host);
        };
    }

    @Bean
    SecretBox secretBox() {
        return new SecretBox() {
            @Override
            public byte[] seal(String secret) {
                return secret.getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String open(byte[] sealed) {
                return new String(sealed, StandardCharsets.UTF_8);
            }
        };
    }

    @Bean
    EventEncoding eventEncoding() {
        return new EventEncoding() {
            @Override
            public String of(Change change) {
                return "{}";
            }

            @Override
            public String of(Event event) {
                return "{}";
            }
        };
    }
}
