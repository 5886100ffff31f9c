package io.mergedesk.ui.merge;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.ui.ScreenWorld;
import io.mergedesk.ui.SignedInWorld;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The merge screen in the world of the other screens.
@Configuration
@Import({ScreenWorld.class, SignedInWorld.class})
@ComponentScan(basePackages = "io.mergedesk.ui.fields")
@EnableVaadin({
    "io.mergedesk.ui.shell",
    "io.mergedesk.ui.history",
    "io.mergedesk.ui.types",
    "io.mergedesk.ui.events",
    "io.mergedesk.ui.merge"
})
class MergeScreen {}
