package io.mergedesk.ui.imports;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.PeopleDirectory;
import io.mergedesk.storage.OwnerDatabase;
import io.mergedesk.storage.TestDatabase;
import io.mergedesk.ui.OpenDoors;
import io.mergedesk.ui.shell.CurrentAccount;
import java.time.InstantSource;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistrar;

/// The import screen in its frame over a real database; an admin looks at it.
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableVaadin({"io.mergedesk.ui.imports", "io.mergedesk.ui.shell"})
@ComponentScan(
        basePackages = {
            "io.mergedesk.audit",
            "io.mergedesk.entities",
            "io.mergedesk.events",
            "io.mergedesk.storage.jooq",
            "io.mergedesk.trail",
            "io.mergedesk.transfer",
            "io.mergedesk.ui.imports",
            "io.mergedesk.ui.shell"
        },
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(Sample|Fake|SignedInAccount|JooqPeople|shell.Names).*"))
@Import(OpenDoors.class)
class ImportApplication {

    static final Actor ADMIN = new Actor(new UserId("admin"), Role.ADMIN, Set.of());

    @Bean
    DynamicPropertyRegistrar home() {
        return registry -> registry.add("mergedesk.home", TestDatabase::home);
    }

    @Bean
    OwnerDatabase ownerDatabase(DataSource database) {
        return new OwnerDatabase(database);
    }

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    PeopleDirectory people() {
        return _ -> true;
    }

    @Bean
    CurrentAccount signedIn() {
        return OpenDoors.to("admin", Role.ADMIN, "Ada Minh", () -> {});
    }
}
