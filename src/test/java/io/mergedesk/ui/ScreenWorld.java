package io.mergedesk.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.spring.annotation.EnableVaadin;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.DeskWorld;
import io.mergedesk.desk.Followings;
import io.mergedesk.entities.Conflicts;
import io.mergedesk.entities.Drafts;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.World;
import io.mergedesk.events.EventBus;
import io.mergedesk.security.Person;
import io.mergedesk.storage.memory.MemoryPeople;
import io.mergedesk.trail.Trail;
import io.mergedesk.ui.shell.Account;
import io.mergedesk.ui.shell.CurrentAccount;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;

/// Screens over the real write path and stores in memory, with one type, *contacts*; who is signed
/// in is said by the test.
@SpringBootConfiguration
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            LiquibaseAutoConfiguration.class,
            JooqAutoConfiguration.class
        })
@ComponentScan(
        basePackages = {
            "io.mergedesk.ui.shell",
            "io.mergedesk.ui.history",
            "io.mergedesk.ui.types",
            "io.mergedesk.ui.events"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(SignedInAccount|Sample.*|FakeEntries)"))
@EnableVaadin({
    "io.mergedesk.ui.shell",
    "io.mergedesk.ui.history",
    "io.mergedesk.ui.types",
    "io.mergedesk.ui.events"
})
public class ScreenWorld {

    /// From now on this person is signed in.
    public static void signIn(String name, Role role) {
        var authorities =
                Stream.of(Role.values())
                        .filter(role::includes)
                        .map(included -> "ROLE_" + included.name())
                        .toArray(String[]::new);
        SecurityContextHolder.setContext(
                new SecurityContextImpl(
                        new UsernamePasswordAuthenticationToken(
                                name, "", AuthorityUtils.createAuthorityList(authorities))));
    }

    @Bean(destroyMethod = "close")
    World world() {
        return RecordsWorld.inMemory();
    }

    @Bean
    DeskWorld deskWorld(World world) {
        return new DeskWorld(world, RecordsWorld.searchOf(world), RecordsWorld.followingsOf(world));
    }

    @Bean
    Followings followings(DeskWorld world) {
        return world.followings;
    }

    @Bean
    EntityIds entityIds() {
        return () -> new EntityId(UUID.randomUUID());
    }

    @Bean
    MemoryPeople people() {
        var people = new MemoryPeople();
        Stream.of(World.ANNA, World.BEN, World.NORA, World.SUE, World.ADMIN)
                .forEach(actor -> people.add(account(actor)));
        return people;
    }

    private static io.mergedesk.security.Account account(Actor actor) {
        return new io.mergedesk.security.Account(
                new Person(
                        actor.id(),
                        actor.id().value(),
                        actor.role(),
                        new TreeSet<>(actor.teams()),
                        false,
                        1,
                        Instant.EPOCH,
                        Optional.empty()),
                "");
    }

    @Bean
    EntityService entityService(World world) {
        return world.service;
    }

    @Bean
    ToldEdits toldEdits() {
        return new ToldEdits();
    }

    @Bean
    Conflicts conflicts(World world) {
        return world.conflicts;
    }

    @Bean
    TypeService typeService(World world) {
        return world.typeService;
    }

    @Bean
    Drafts drafts(World world) {
        return world.drafts;
    }

    @Bean
    EventBus eventBus(World world) {
        return world.bus;
    }

    @Bean
    Trail trail(World world) {
        return world.trail;
    }

    @Bean
    InstantSource clock(World world) {
        return world.clock;
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.with(VaadinSecurityConfigurer.vaadin(), _ -> {}).build();
    }

    @Bean
    CurrentAccount current() {
        return new CurrentAccount() {
            @Override
            public Account get() {
                var signedIn = SecurityContextHolder.getContext().getAuthentication();
                if (signedIn == null) {
                    // the test's page opens before the test says who is there
                    return new Account(new Actor(new UserId("nobody"), Role.USER, Set.of()), "-");
                }
                var authorities = AuthorityUtils.authorityListToSet(signedIn.getAuthorities());
                var role =
                        Stream.of(Role.ADMIN, Role.SUPERVISOR, Role.USER)
                                .filter(one -> authorities.contains("ROLE_" + one.name()))
                                .findFirst()
                                .orElseThrow();
                return new Account(
                        new Actor(new UserId(signedIn.getName()), role, Set.of()),
                        signedIn.getName());
            }

            @Override
            public void signOut() {
                UI.getCurrent().getPage().setLocation("login");
            }
        };
    }
}
