package io.mergedesk.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.ui.OpenDoors;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;

/// The shell alone: no database, nobody signed in, entries and counters made up.
///
/// No annotation of its own makes it a component, so that nothing else picks it up.
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            LiquibaseAutoConfiguration.class,
            JooqAutoConfiguration.class
        })
@ComponentScan(
        basePackageClasses = Shell.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {SignedInAccount.class, Names.class}))
@EnableVaadin("io.mergedesk.ui.shell")
@Import(OpenDoors.class)
class ShellSampleApplication {

    static final List<String> SEARCHED = new java.util.concurrent.CopyOnWriteArrayList<>();
    static final FakeEntries DESK = new FakeEntries();

    @Bean
    CurrentAccount signedIn() {
        return OpenDoors.to(
                "supervisor",
                Role.SUPERVISOR,
                "Sonia Urban",
                () -> UI.getCurrent().getPage().setLocation("signed-out.html"));
    }

    /// A page opened with `?idle=2` may be idle for two seconds.
    @Bean
    VaadinServiceInitListener impatience() {
        return start ->
                start.getSource()
                        .addSessionInitListener(init ->
                                Optional.ofNullable(init.getRequest().getParameter("idle"))
                                        .map(Integer::parseInt)
                                        .ifPresent(
                                                init.getSession().getSession()
                                                        ::setMaxInactiveInterval));
    }

    @Bean
    @Order(1)
    NavigationEntries types() {
        return entries(
                NavigationGroup.RECORDS,
                NavigationEntry.to("samples/contacts", "Contacts").counting(size(2104)),
                NavigationEntry.to("records/contracts", "Contracts").counting(size(318)),
                NavigationEntry.to("records/equipment", "<img src=x onerror=alert(1)>")
                        .counting(size(962)));
    }

    @Bean
    @Order(2)
    NavigationEntries desk() {
        return DESK;
    }

    @Bean
    @Order(3)
    NavigationEntries watch() {
        return entries(
                NavigationGroup.WATCH,
                NavigationEntry.to("audit", "Audit"),
                NavigationEntry.to("sync", "Sync")
                        .counting(
                                new NavigationEntry.Counter(
                                        12, NavigationEntry.Tone.WAITING, "deliveries waiting")),
                NavigationEntry.to("connections", "Connections"));
    }

    @Bean
    HeaderSearch search() {
        return new HeaderSearch() {
            @Override
            public String placeholder() {
                return "Search name, phone, city …";
            }

            @Override
            public void search(String words) {
                SEARCHED.add(words);
            }
        };
    }

    private static NavigationEntry.Counter size(long number) {
        return new NavigationEntry.Counter(number, NavigationEntry.Tone.SIZE, "records");
    }

    private static NavigationEntries entries(NavigationGroup group, NavigationEntry... entries) {
        return new NavigationEntries() {
            @Override
            public NavigationGroup group() {
                return group;
            }

            @Override
            public List<NavigationEntry> entriesFor(Actor actor) {
                return List.of(entries);
            }
        };
    }
}
