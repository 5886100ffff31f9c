package io.mergedesk.security;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
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
    private final TransactionOperations transactions;
    private final InstantSource clock;

    TeamService(Teams teams, TransactionOperations transactions, InstantSource clock) {
        this.teams = teams;
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
        return asAdmin(actor, () -> add(name));
    }

    /// Calls it something else; its id stays.
    public TeamOutcome rename(Actor actor, TeamId id, String label) {
        return asAdmin(actor, () -> rename(id, label.strip()));
    }

    /// Deletes a team that no person and no entity uses.
    public TeamOutcome delete(Actor actor, TeamId id) {
        return asAdmin(actor, () -> delete(id));
    }

    private TeamOutcome add(String name) {
        var id = Accounts.team(name);
        if (id.isEmpty()) {
            return refused("letters, digits, . _ @ or -, 1 to 63 characters");
        }
        var team = new Team(id.get(), name.strip());
        return teams.add(team, StoredTime.of(clock))
                ? new TeamOutcome.Done(team)
                : refused("a name no team has yet");
    }

    private TeamOutcome rename(TeamId id, String label) {
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
        return teams.rename(id, label)
                ? new TeamOutcome.Done(new Team(id, label))
                : new TeamOutcome.Missing(id);
    }

    private TeamOutcome delete(TeamId id) {
        var found = teams.all().stream().filter(team -> team.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return new TeamOutcome.Missing(id);
        }
        if (teams.removeUnused(id)) {
            LOG.info("team {} was deleted", id);
            return new TeamOutcome.Done(found.get());
        }
        var use = teams.useOf(id);
        return use.isNone() ? new TeamOutcome.Missing(id) : new TeamOutcome.InUse(use);
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
