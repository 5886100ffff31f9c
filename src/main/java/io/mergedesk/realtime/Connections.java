package io.mergedesk.realtime;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/// Who is connected to this server, for admins.
public final class Connections {

    /// What became of a request to close one.
    public enum Closing {
        DONE,
        MISSING,
        FORBIDDEN
    }

    private final Gateway gateway;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Connections(
            Gateway gateway, Trail trail, TransactionOperations transactions, InstantSource clock) {
        this.gateway = gateway;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// How all clients are, the longest connected first; nothing for who is no admin.
    public List<ClientHealth> all(Actor actor) {
        return actor.is(Role.ADMIN) ? gateway.health() : List.of();
    }

    /// What the gateway has done since the start.
    public GatewayFigures figures() {
        return gateway.figures();
    }

    /// Its program may come again: to keep it out, disable the person or revoke the token.
    public Closing close(Actor actor, UserId person, ClientId client) {
        if (!actor.is(Role.ADMIN)) {
            return Closing.FORBIDDEN;
        }
        if (!gateway.close(person, client)) {
            return Closing.MISSING;
        }
        transactions.executeWithoutResult(_ ->
                trail.note(
                        TrailEntry.of(TrailAction.CLIENT_CLOSED, actor.id(), clock.instant())
                                .with("person", person)
                                .with("client", client)));
        return Closing.DONE;
    }
}
