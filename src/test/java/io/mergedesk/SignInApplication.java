package io.mergedesk;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.storage.TestDatabase;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The part of the application that lets people and programs in, with a real database, a clock to
/// turn, and something to ask for behind the chain of the programs.
///
/// No annotation of its own makes it a component, so that nothing else picks it up.
@EnableAutoConfiguration
@EnableVaadin({"io.mergedesk.ui.login", "io.mergedesk.ui.setup", "io.mergedesk.ui.people"})
@ComponentScan(
        basePackages = "io.mergedesk.ui.shell",
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Sample|Fake).*"))
@ComponentScan(
        basePackages = "io.mergedesk",
        useDefaultFilters = false,
        includeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "io\\.mergedesk\\.security\\.(AccessWatch|CurrentPeople|CurrentActor|OpenSessions|SecuritySetup|ApiTokenService|TeamService)",
                            "io\\.mergedesk\\.storage\\.jooq\\.Jooq(People.*|Teams|Trail)",
                            "io\\.mergedesk\\.api\\.ApiSecurity",
                            "io\\.mergedesk\\.trail\\.TrailConfiguration",
                            "io\\.mergedesk\\.ui\\.login\\.(BrowserSecurity|ScriptNonce|SignInFollowUp)",
                            "io\\.mergedesk\\.ui\\.people\\.PeopleNavigation"
                        }))
class SignInApplication {

    @Bean
    DataSource dataSource() {
        return TestDatabase.fresh();
    }

    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    WhoAmI whoAmI(CurrentActor current) {
        return new WhoAmI(current);
    }

    /// Something behind the chain of the programs.
    @RestController
    static class WhoAmI {

        private final CurrentActor current;

        WhoAmI(CurrentActor current) {
            this.current = current;
        }

        @GetMapping("/api/test/whoami")
        String name() {
            return current.require().id().value();
        }
    }
}
