package io.mergedesk.security;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Teams that entities may belong to. Admins make them and see all, others see their own.
@Service
public class TeamService {

    private final People people;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    TeamService(People people, TransactionOperations transactions, InstantSource clock) {
        this.people = people;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The teams the actor may see, by name.
    public List<TeamId> all(Actor actor) {
        return actor.is(Role.ADMIN) ? people.teams() : actor.teams().stream().sorted().toList();
    }

    public TeamOutcome create(Actor actor, String name) {
        if (!actor.is(Role.ADMIN)) {
            return new TeamOutcome.Forbidden(Role.ADMIN);
        }
        var team = Accounts.team(name);
        if (team.isEmpty()) {
            return refused("letters, digits, . _ @ or -, 1 to 63 characters");
        }
        var added =
                Boolean.TRUE.equals(
                        transactions.execute(
                                _ -> people.addTeam(team.get(), StoredTime.of(clock))));
        return added ? new TeamOutcome.Created(team.get()) : refused("a name no team has yet");
    }

    private static TeamOutcome refused(String expectation) {
        return new TeamOutcome.Refused(new Violation("team", expectation));
    }
}
