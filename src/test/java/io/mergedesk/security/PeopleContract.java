package io.mergedesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every store of people has to do.
public interface PeopleContract {

    Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    /// A store without anybody, the same for the whole test.
    People people();

    /// Runs something in one transaction.
    <T> T inTransaction(Supplier<T> work);

    static Account account(String name, Role role, String... teams) {
        var ids = new TreeSet<TeamId>();
        for (var team : teams) {
            ids.add(new TeamId(team));
        }
        var id = new UserId(name);
        return new Account(
                new Person(id, "Somebody " + name, role, ids, false, 1, NOW, Optional.empty()),
                "hash of " + name);
    }

    default boolean added(Account account) {
        return inTransaction(() -> people().add(account));
    }

    @Test
    default void finds_what_was_added_with_everything_in_it() {
        var ana = account("ana", Role.SUPERVISOR, "north", "south");

        assertThat(added(ana)).isTrue();

        assertThat(people().find(new UserId("ana"))).contains(ana);
        assertThat(people().find(new UserId("bob"))).isEmpty();
    }

    @Test
    default void refuses_an_account_name_that_is_taken_and_keeps_the_first() {
        added(account("ana", Role.USER));

        assertThat(added(account("ana", Role.ADMIN))).isFalse();

        assertThat(people().find(new UserId("ana")).orElseThrow().person().role())
                .isEqualTo(Role.USER);
    }

    @Test
    default void lists_everybody_by_account_name() {
        added(account("cid", Role.USER));
        added(account("ana", Role.USER, "north"));
        added(account("bob", Role.ADMIN));

        assertThat(people().all())
                .extracting(person -> person.id().value())
                .containsExactly("ana", "bob", "cid");
    }

    @Test
    default void stores_name_role_teams_and_state() {
        var before = account("ana", Role.USER, "north");
        added(before);
        var after =
                before.person()
                        .named("Ana B")
                        .withRole(Role.ADMIN)
                        .inTeams(Set.of(new TeamId("south")))
                        .withDisabled(true);

        assertThat(inTransaction(() -> people().update(after))).isTrue();

        assertThat(people().find(before.person().id()))
                .contains(new Account(after, before.passwordHash()));
    }

    @Test
    default void storing_the_same_again_still_finds_the_person() {
        var ana = account("ana", Role.USER);
        added(ana);

        assertThat(inTransaction(() -> people().update(ana.person()))).isTrue();
    }

    @Test
    default void says_when_there_is_nobody_to_change() {
        var nobody = account("nobody", Role.USER).person();

        assertThat(inTransaction(() -> people().update(nobody))).isFalse();
        assertThat(inTransaction(() -> people().changePassword(nobody.id(), "x"))).isFalse();
    }

    @Test
    default void counts_the_password_version_up_with_each_password() {
        var ana = account("ana", Role.USER);
        added(ana);

        inTransaction(() -> people().changePassword(ana.person().id(), "second"));
        inTransaction(() -> people().changePassword(ana.person().id(), "third"));

        var found = people().find(ana.person().id()).orElseThrow();
        assertThat(found.passwordHash()).isEqualTo("third");
        assertThat(found.person().passwordVersion()).isEqualTo(3);
    }

    @Test
    default void notes_the_last_sign_in() {
        var ana = account("ana", Role.USER);
        added(ana);

        inTransaction(() -> {
            people().signedIn(ana.person().id(), NOW.plusSeconds(1));
            return true;
        });

        assertThat(people().find(ana.person().id()).orElseThrow().person().lastSignInAt())
                .contains(NOW.plusSeconds(1));
    }

    @Test
    default void counts_only_admins_who_are_not_disabled_as_active() {
        added(account("ana", Role.USER));
        var gone = account("bob", Role.ADMIN);
        added(gone);
        inTransaction(() -> people().update(gone.person().withDisabled(true)));
        assertThat(people().hasActiveAdmin()).isFalse();

        added(account("cid", Role.ADMIN));

        assertThat(people().hasActiveAdmin()).isTrue();
        assertThat(inTransaction(() -> people().lockActiveAdmins()))
                .containsExactly(new UserId("cid"));
    }
}
