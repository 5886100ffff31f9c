package io.mergedesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.PersonBuilder;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.storage.memory.MemoryTeams;
import org.junit.jupiter.api.Test;

class TeamServiceTest {

    private static final TeamId NORTH = new TeamId("north");
    private static final Actor ADMIN = PersonBuilder.aPerson().with(Role.ADMIN).build().actor();

    private final PeopleDesk desk = new PeopleDesk(4);
    private final TeamService service =
            new TeamService(
                    new MemoryTeams(desk.store, team -> team.equals(NORTH) ? 0 : 3),
                    desk.trail,
                    desk.transactions,
                    desk.clock);

    @Test
    void a_team_is_called_as_it_was_typed_and_its_id_is_in_small_letters() {
        assertThat(service.create(ADMIN, " North "))
                .isEqualTo(new TeamOutcome.Done(new Team(NORTH, "North")));
    }

    @Test
    void renaming_changes_the_label_only() {
        service.create(ADMIN, "north");

        service.rename(ADMIN, NORTH, " Équipe du Nord ");

        assertThat(service.all(ADMIN)).containsExactly(new Team(NORTH, "Équipe du Nord"));
    }

    @Test
    void two_teams_are_never_called_the_same() {
        service.create(ADMIN, "north");
        service.create(ADMIN, "south");

        assertThat(service.rename(ADMIN, NORTH, "South")).isInstanceOf(TeamOutcome.Refused.class);
        assertThat(service.rename(ADMIN, NORTH, " ")).isInstanceOf(TeamOutcome.Refused.class);
        assertThat(service.rename(ADMIN, NORTH, "North")).isInstanceOf(TeamOutcome.Done.class);
    }

    @Test
    void a_team_is_deleted_only_while_nothing_uses_it() {
        service.create(ADMIN, "north");
        service.create(ADMIN, "south");

        assertThat(service.delete(ADMIN, NORTH)).isInstanceOf(TeamOutcome.Done.class);
        assertThat(service.delete(ADMIN, NORTH)).isEqualTo(new TeamOutcome.Missing(NORTH));
        assertThat(service.delete(ADMIN, new TeamId("south")))
                .isEqualTo(new TeamOutcome.InUse(new TeamUse(0, 3)));
    }

    @Test
    void only_admins_change_teams() {
        service.create(ADMIN, "north");
        var anna = PersonBuilder.aPerson().with(Role.SUPERVISOR).build().actor();

        assertThat(service.create(anna, "east")).isInstanceOf(TeamOutcome.Forbidden.class);
        assertThat(service.rename(anna, NORTH, "x")).isInstanceOf(TeamOutcome.Forbidden.class);
        assertThat(service.delete(anna, NORTH)).isInstanceOf(TeamOutcome.Forbidden.class);
        assertThat(service.all(anna)).isEmpty();
    }
}
