package io.mergedesk.security;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Teams that entities may belong to. Admins make, rename and delete them and see all, others see
/// their own.
@Service
public class TeamService {

    private static final Logger LOG = LoggerFactory.getLogger(TeamService.class);
    private static final int LONGEST_LABEL = 120;

    private final Teams teams;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    TeamService(Teams teams, Trail trail, TransactionOperations transactions, InstantSource clock) {
        this.teams = teams;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The teams the actor may see, by id.
    public List<Team> all(Actor actor) {
        return teams.all().stream()
                .filter(team -> actor.is(Role.ADMIN) || actor.teams().contains(team.id()))
                .toList();
    }

    /// @param name its id for ever, in small letters, and what it is called at first
    public TeamOutcome create(Actor actor, String name) {
        return asAdmin(actor, () -> add(actor, name));
    }

    /// Calls it something else; its id stays.
    public TeamOutcome rename(Actor actor, TeamId id, String label) {
        return asAdmin(actor, () -> renameAsAdmin(actor, id, label.strip()));
    }

    /// Deletes a team that no person and no entity uses.
    public TeamOutcome delete(Actor actor, TeamId id) {
        return asAdmin(actor, () -> deleteAsAdmin(actor, id));
    }

    private TeamOutcome add(Actor actor, String name) {
        var id = Accounts.team(name);
        if (id.isEmpty()) {
            return refused("letters, digits, . _ @ or -, 1 to 63 characters");
        }
        var team = new Team(id.get(), name.strip());
        if (!teams.add(team, StoredTime.of(clock))) {
            return refused("a name no team has yet");
        }
        note(TrailAction.TEAM_CREATED, actor, team);
        return new TeamOutcome.Done(team);
    }

    private TeamOutcome renameAsAdmin(Actor actor, TeamId id, String label) {
        if (label.isEmpty() || label.length() > LONGEST_LABEL) {
            return refused("1 to " + LONGEST_LABEL + " characters");
        }
        boolean taken =
                teams.all().stream()
                        .filter(team -> !team.id().equals(id))
                        .anyMatch(team ->
                                team.label().equalsIgnoreCase(label)
                                        || team.id().value().equalsIgnoreCase(label));
        if (taken) {
            return refused("a name no other team has");
        }
        if (!teams.rename(id, label)) {
            return new TeamOutcome.Missing(id);
        }
        var team = new Team(id, label);
        note(TrailAction.TEAM_RENAMED, actor, team);
        return new TeamOutcome.Done(team);
    }

    private TeamOutcome deleteAsAdmin(Actor actor, TeamId id) {
        var found = teams.all().stream().filter(team -> team.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return new TeamOutcome.Missing(id);
        }
        if (teams.removeUnused(id)) {
            LOG.info("team {} was deleted", id);
            note(TrailAction.TEAM_DELETED, actor, found.get());
            return new TeamOutcome.Done(found.get());
        }
        var use = teams.useOf(id);
        return use.isNone() ? new TeamOutcome.Missing(id) : new TeamOutcome.InUse(use);
    }

    private void note(TrailAction action, Actor actor, Team team) {
        trail.note(
                TrailEntry.of(action, actor.id(), clock.instant())
                        .with("team", team.id())
                        .with("label", team.label()));
    }

    private TeamOutcome asAdmin(Actor actor, Supplier<TeamOutcome> work) {
        return actor.is(Role.ADMIN)
                ? transactions.execute(_ -> work.get())
                : new TeamOutcome.Forbidden(Role.ADMIN);
    }

    private static TeamOutcome refused(String expectation) {
        return new TeamOutcome.Refused(new Violation("team", expectation));
    }
}
