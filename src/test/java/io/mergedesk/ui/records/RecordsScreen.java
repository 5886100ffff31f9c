package io.mergedesk.ui.records;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.entities.World;
import io.mergedesk.security.ApiTokens;
import io.mergedesk.storage.memory.MemoryPeopleTokens;
import io.mergedesk.ui.ScreenWorld;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionOperations;

/// The screen of the records, without the export, in the world of the other screens.
@Configuration
@Import(ScreenWorld.class)
@ComponentScan(
        basePackages = {"io.mergedesk.ui.records", "io.mergedesk.ui.fields"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(ExportAction|Test|IT|RecordsScreen)"))
@ComponentScan(
        basePackages = "io.mergedesk.security",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*[.](Current(Actor|People)|AccessWatch|ApiTokenService)"))
@EnableVaadin({
    "io.mergedesk.ui.shell",
    "io.mergedesk.ui.history",
    "io.mergedesk.ui.types",
    "io.mergedesk.ui.events",
    "io.mergedesk.ui.fields",
    "io.mergedesk.ui.records"
})
class RecordsScreen {

    @Bean
    ApiTokens tokens() {
        return new MemoryPeopleTokens();
    }

    @Bean
    TransactionOperations transactions(World world) {
        return world.transactions;
    }
}
