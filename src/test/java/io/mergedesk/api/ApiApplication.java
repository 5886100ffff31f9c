package io.mergedesk.api;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import io.mergedesk.security.BetweenRequests;
import io.mergedesk.storage.OwnerDatabase;
import io.mergedesk.storage.TestDatabase;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/// Everything programs talk to, on a real MariaDB and without screens.
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class})
@ComponentScan({
    "io.mergedesk.api",
    "io.mergedesk.desk",
    "io.mergedesk.audit",
    "io.mergedesk.entities",
    "io.mergedesk.trail",
    "io.mergedesk.events",
    "io.mergedesk.realtime",
    "io.mergedesk.security",
    "io.mergedesk.storage.jooq",
    "io.mergedesk.sync",
    "io.mergedesk.transfer"
})
@ComponentScan(
        basePackages = "io.mergedesk.storage",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = "io\\.mergedesk\\.storage\\.KnownPeople"))
class ApiApplication {

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    OwnerDatabase ownerDatabase(DataSource dataSource) {
        return new OwnerDatabase(dataSource);
    }

    /// No pages, so nobody waits for any.
    @Bean
    BetweenRequests betweenRequests() {
        return (_, work) -> work.run();
    }

    @Bean
    TurnedClock clock() {
        return new TurnedClock();
    }
}
