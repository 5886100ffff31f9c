package io.mergedesk.ui.desk;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.desk.Bulk;
import io.mergedesk.desk.Desk;
import io.mergedesk.desk.DeskWorld;
import io.mergedesk.desk.Inbox;
import io.mergedesk.ui.ScreenWorld;
import io.mergedesk.ui.SignedInWorld;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/// The screen of the desk, and the bell, in the world of the other screens.
@Configuration
@Import({ScreenWorld.class, SignedInWorld.class})
@ComponentScan(
        basePackages = {"io.mergedesk.ui.desk", "io.mergedesk.ui.fields"},
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(Test|IT|DeskScreen)"))
@EnableVaadin({
    "io.mergedesk.ui.shell",
    "io.mergedesk.ui.history",
    "io.mergedesk.ui.types",
    "io.mergedesk.ui.events",
    "io.mergedesk.ui.desk"
})
class DeskScreen {

    @Bean
    Desk desk(DeskWorld world) {
        return world.desk;
    }

    @Bean
    Bulk bulk(DeskWorld world) {
        return world.bulk;
    }

    @Bean
    Inbox inbox(DeskWorld world) {
        return world.inbox;
    }
}
