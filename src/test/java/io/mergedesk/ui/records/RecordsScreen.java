package io.mergedesk.ui.records;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.ui.ScreenWorld;
import io.mergedesk.ui.SignedInWorld;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/// The screen of the records, without the export, in the world of the other screens.
@Configuration
@Import({ScreenWorld.class, SignedInWorld.class})
@ComponentScan(
        basePackages = {"io.mergedesk.ui.records", "io.mergedesk.ui.fields"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(ExportAction|Test|IT|RecordsScreen)"))
@EnableVaadin({
    "io.mergedesk.ui.shell",
    "io.mergedesk.ui.history",
    "io.mergedesk.ui.types",
    "io.mergedesk.ui.events",
    "io.mergedesk.ui.fields",
    "io.mergedesk.ui.records"
})
class RecordsScreen {}
