package io.mergedesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.PersonBuilder;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import io.mergedesk.storage.memory.MemoryPeople;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleServiceTest {

    private static final String PASSWORD = "correct horse battery staple";

    private final PeopleDesk desk = new PeopleDesk(4);
    private final MemoryPeople store = desk.store;
    private final PeopleService service = desk.people;
    private final SignIn signIn = desk.signIn;
    private final FirstAdmin firstAdmin =
            new FirstAdmin(store, service, desk.passwords, desk.clock);
    private final Person boss = PersonBuilder.aPerson().with(Role.ADMIN).build();

    @Test
    void only_admins_create_people() {
        for (var role : new Role[] {Role.USER, Role.SUPERVISOR}) {
            var actor = PersonBuilder.aPerson().with(role).build().actor();

            var outcome = service.create(actor, request("ana", Role.USER));

            assertThat(outcome).isEqualTo(new PeopleOutcome.Forbidden(Role.ADMIN));
        }
        assertThat(store.all()).isEmpty();
    }

    @Test
    void who_guesses_the_current_password_in_an_open_session_has_to_wait() {
        create("ana", Role.USER);
        var ana = PersonBuilder.aPerson().called("ana").build();
        for (var i = 0; i < 5; i++) {
            service.changeOwnPassword(ana.actor(), "guess " + i, "another long password", "s1");
        }

        var outcome =
                service.changeOwnPassword(ana.actor(), PASSWORD, "another long password", "s1");

        assertThat(((PeopleOutcome.Refused) outcome).violations().getFirst().expectation())
                .contains("another attempt in 1 seconds");
    }

    @Test
    void every_field_that_is_wrong_is_named_with_what_is_expected() {
        var outcome =
                service.create(
                        boss.actor(), new NewPerson("no blanks", " ", Role.USER, Set.of(), "x"));

        assertThat(outcome).isInstanceOf(PeopleOutcome.Refused.class);
        assertThat(((PeopleOutcome.Refused) outcome).violations())
                .extracting(Violation::field)
                .containsExactly("account", "displayName", "password");
    }

    @Test
    void an_account_name_is_given_once() {
        create("ana", Role.USER);

        assertThat(service.create(boss.actor(), request("Ana", Role.ADMIN)))
                .isInstanceOf(PeopleOutcome.Refused.class);
    }

    @Test
    void the_last_admin_is_neither_disabled_nor_made_something_else() {
        var last = create("last", Role.ADMIN);
        var other = create("other", Role.ADMIN);
        service.disable(boss.actor(), other);

        assertThat(service.disable(boss.actor(), last)).isInstanceOf(PeopleOutcome.Refused.class);
        assertThat(service.change(boss.actor(), last, "Last", Role.USER, Set.of()))
                .isInstanceOf(PeopleOutcome.Refused.class);
        assertThat(store.hasActiveAdmin()).isTrue();
    }

    @Test
    void an_admin_may_go_while_another_one_stays() {
        var one = create("one", Role.ADMIN);
        create("other", Role.ADMIN);

        assertThat(service.disable(boss.actor(), one)).isInstanceOf(PeopleOutcome.Done.class);
    }

    @Test
    void a_disabled_person_can_be_changed_although_they_were_the_only_other_admin() {
        var one = create("one", Role.ADMIN);
        create("other", Role.ADMIN);
        service.disable(boss.actor(), one);

        assertThat(service.change(boss.actor(), one, "One", Role.USER, Set.of()))
                .isInstanceOf(PeopleOutcome.Done.class);
    }

    @Test
    void a_changed_role_and_team_is_seen_by_the_next_question() {
        var ana = create("ana", Role.USER);
        assertThat(desk.current.active(ana).orElseThrow().person().role()).isEqualTo(Role.USER);

        service.change(boss.actor(), ana, "Ana", Role.SUPERVISOR, Set.of(new TeamId("north")));

        var actor = desk.current.active(ana).orElseThrow().person().actor();
        assertThat(actor.role()).isEqualTo(Role.SUPERVISOR);
        assertThat(actor.teams()).containsExactly(new TeamId("north"));
    }

    @Test
    void a_password_remembered_as_right_is_void_when_it_changes_or_the_account_is_disabled() {
        var ana = create("ana", Role.USER);
        assertThat(signIn.withPassword("ana", PASSWORD, "here"))
                .isInstanceOf(SignInOutcome.SignedIn.class);

        service.disable(boss.actor(), ana);
        assertThat(signIn.withPassword("ana", PASSWORD, "here"))
                .isInstanceOf(SignInOutcome.Disabled.class);

        service.enable(boss.actor(), ana);
        service.resetPassword(boss.actor(), ana, "quite another one");
        assertThat(signIn.withPassword("ana", PASSWORD, "here"))
                .isInstanceOf(SignInOutcome.Wrong.class);
    }

    @Test
    void a_password_found_right_is_not_slowed_down_by_somebody_who_guesses() {
        create("ana", Role.USER);
        signIn.withPassword("ana", PASSWORD, "here");
        for (var i = 0; i < 9; i++) {
            signIn.withPassword("ana", "guess" + i, "elsewhere");
        }

        assertThat(signIn.withPassword("ana", PASSWORD, "here"))
                .isInstanceOf(SignInOutcome.SignedIn.class);
    }

    @Test
    void ones_own_password_changes_only_with_the_one_of_now() {
        var ana = create("ana", Role.USER);
        var actor = store.find(ana).orElseThrow().person().actor();

        var wrong = service.changeOwnPassword(actor, "not it", "quite another one", "session");
        var right = service.changeOwnPassword(actor, PASSWORD, "quite another one", "session");

        assertThat(wrong)
                .isEqualTo(
                        PeopleOutcome.Refused.because("currentPassword", "your password of now"));
        assertThat(right).isInstanceOf(PeopleOutcome.Done.class);
        assertThat(signIn.withPassword("ana", "quite another one", "here"))
                .isInstanceOf(SignInOutcome.SignedIn.class);
    }

    @Test
    void the_first_admin_needs_the_code_and_a_wrong_one_is_slowed_down() {
        firstAdmin.announce();

        for (var i = 0; i < 5; i++) {
            assertThat(firstAdmin.create("guess", "ana", "Ana", PASSWORD, "here"))
                    .isInstanceOf(PeopleOutcome.Refused.class);
        }

        assertThat(
                        ((PeopleOutcome.Refused)
                                        firstAdmin.create("x", "ana", "Ana", PASSWORD, "here"))
                                .violations()
                                .getFirst()
                                .expectation())
                .contains("seconds");
        assertThat(store.hasActiveAdmin()).isFalse();
    }

    private UserId create(String account, Role role) {
        var outcome = service.create(boss.actor(), request(account, role));
        return ((PeopleOutcome.Done) outcome).person().id();
    }

    private static NewPerson request(String account, Role role) {
        return new NewPerson(account, "Somebody", role, Set.of(), PASSWORD);
    }
}
