package io.mergedesk.ui.imports;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.PeopleDirectory;
import io.mergedesk.storage.TestDatabase;
import io.mergedesk.ui.shell.Account;
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
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// The import screen in its frame over a real database; an admin looks at it.
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableVaadin({"io.mergedesk.ui.imports", "io.mergedesk.ui.shell"})
@ComponentScan(
        basePackages = {
            "io.mergedesk.entities",
            "io.mergedesk.events",
            "io.mergedesk.storage.jooq",
            "io.mergedesk.transfer",
            "io.mergedesk.ui.imports",
            "io.mergedesk.ui.shell"
        },
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(Sample|Fake|SignedInAccount|JooqPeople|shell.Names).*"))
class ImportApplication {

    static final Actor ADMIN = new Actor(new UserId("admin"), Role.ADMIN, Set.of());

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
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    CurrentAccount signedIn() {
        return new CurrentAccount() {
            @Override
            public Account get() {
                return new Account(ADMIN, "Ada Minh");
            }

            @Override
            public void signOut() {}
        };
    }
}
