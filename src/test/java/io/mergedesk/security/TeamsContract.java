package io.mergedesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// What every place that keeps teams does.
public interface TeamsContract {

    Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    TeamId NORTH = new TeamId("north");
    TeamId SOUTH = new TeamId("south");

    Teams teams();

    People people();

    /// From now on an entity belongs to the team.
    void giveEntityTo(TeamId team);

    <T> T inTransaction(Supplier<T> work);

    @Test
    default void keeps_teams_by_id_and_each_once() {
        assertThat(added(new Team(SOUTH, "Sud"))).isTrue();
        assertThat(added(new Team(NORTH, "North"))).isTrue();
        assertThat(added(new Team(SOUTH, "Other"))).isFalse();

        assertThat(teams().all()).containsExactly(new Team(NORTH, "North"), new Team(SOUTH, "Sud"));
    }

    @Test
    default void a_team_is_called_something_else_and_keeps_its_id() {
        added(new Team(NORTH, "North"));

        assertThat(inTransaction(() -> teams().rename(NORTH, "Nord"))).isTrue();
        assertThat(inTransaction(() -> teams().rename(NORTH, "Nord"))).isTrue();
        assertThat(inTransaction(() -> teams().rename(SOUTH, "Sud"))).isFalse();

        assertThat(teams().all()).containsExactly(new Team(NORTH, "Nord"));
    }

    @Test
    default void a_team_nobody_uses_is_removed() {
        added(new Team(NORTH, "North"));

        assertThat(inTransaction(() -> teams().removeUnused(NORTH))).isTrue();
        assertThat(inTransaction(() -> teams().removeUnused(NORTH))).isFalse();

        assertThat(teams().all()).isEmpty();
    }

    @Test
    default void a_team_with_a_member_stays_and_says_so() {
        added(new Team(NORTH, "North"));
        inTransaction(() -> people().add(PeopleContract.account("ana", Role.USER, "north")));

        assertThat(inTransaction(() -> teams().removeUnused(NORTH))).isFalse();

        assertThat(teams().useOf(NORTH)).isEqualTo(new TeamUse(1, 0));
        assertThat(teams().all()).hasSize(1);
    }

    @Test
    default void a_team_with_an_entity_stays_and_says_so() {
        added(new Team(NORTH, "North"));
        giveEntityTo(NORTH);

        assertThat(inTransaction(() -> teams().removeUnused(NORTH))).isFalse();

        assertThat(teams().useOf(NORTH)).isEqualTo(new TeamUse(0, 1));
        assertThat(teams().useOf(SOUTH)).isEqualTo(new TeamUse(0, 0));
    }

    private boolean added(Team team) {
        return inTransaction(() -> teams().add(team, NOW));
    }
}
