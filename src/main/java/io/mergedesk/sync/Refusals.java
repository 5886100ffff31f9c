package io.mergedesk.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.entities.Retry;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What other systems sent and was not taken: looked at, taken after all, or dismissed. Only for
/// admins; others see nothing and change nothing.
public final class Refusals {

    /// Longest reason, in characters.
    public static final int LONGEST_REASON = 500;

    private final RefusalStore store;
    private final Arrivals arrivals;
    private final Trail trail;
    private final Retry retry;
    private final InstantSource clock;

    Refusals(RefusalStore store, Arrivals arrivals, Trail trail, Retry retry, InstantSource clock) {
        this.store = store;
        this.arrivals = arrivals;
        this.trail = trail;
        this.retry = retry;
        this.clock = clock;
    }

    /// Newest first.
    ///
    /// @param open those that wait, or else those that somebody decided on
    public List<Refusal> page(boolean open, Optional<RefusalId> before, int limit, Actor actor) {
        return actor.is(Role.ADMIN) ? store.page(open, before, limit) : List.of();
    }

    public Optional<Refusal> find(RefusalId id, Actor actor) {
        return actor.is(Role.ADMIN) ? store.find(id) : Optional.empty();
    }

    /// How many wait.
    public long open(Actor actor) {
        return actor.is(Role.ADMIN) ? store.open() : 0;
    }

    /// Takes it after all, as the edit of the system that sent it.
    ///
    /// @param body one JSON object in place of what came; empty for what came
    /// @return empty when there is none
    public Optional<Arrival> take(RefusalId id, Optional<String> body, Actor actor) {
        return find(id, actor)
                .map(found -> {
                    if (!found.isOpen()) {
                        return new Arrival.Over(found);
                    }
                    var arrival = arrivals.take(found, body.orElse(found.body()));
                    if (arrival instanceof Arrival.Taken) {
                        end(found, Refusal.How.TAKEN, "", actor);
                    }
                    return arrival;
                });
    }

    /// Decides that it is not wanted; it stays to be looked at.
    ///
    /// @param reason at most [#LONGEST_REASON] characters; may be empty
    /// @return whether it was still waiting
    public boolean dismiss(RefusalId id, String reason, Actor actor) {
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "expected a reason of at most " + LONGEST_REASON + " characters");
        }
        var found = find(id, actor).filter(Refusal::isOpen);
        return found.isPresent() && end(found.get(), Refusal.How.DISMISSED, reason, actor);
    }

    private boolean end(Refusal refusal, Refusal.How how, String reason, Actor actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var end = new Refusal.End(how, actor.id(), now, reason);
        return retry.inTransaction(() -> {
            boolean ended = store.end(refusal.id(), end);
            if (ended) {
                note(refusal, end);
            }
            return ended;
        });
    }

    private void note(Refusal refusal, Refusal.End end) {
        var action =
                switch (end.how()) {
                    case TAKEN -> TrailAction.REFUSAL_TAKEN;
                    case DISMISSED -> TrailAction.REFUSAL_DISMISSED;
                };
        var entry =
                TrailEntry.of(action, end.by(), end.at())
                        .with("refusal", refusal.id())
                        .with("from", refusal.author());
        trail.note(end.reason().isEmpty() ? entry : entry.with("reason", end.reason()));
    }
}
