package io.mergedesk.realtime;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.entities.Violation;
import io.mergedesk.sync.SecretBox;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/// The links of this site, for admins. Whatever is done to one is noted in the trail.
public final class Links {

    private final LinkStore store;
    private final LinkKeeper keeper;
    private final SecretBox box;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final EntityIds ids;
    private final InstantSource clock;

    Links(
            LinkStore store,
            LinkKeeper keeper,
            SecretBox box,
            Trail trail,
            TransactionOperations transactions,
            EntityIds ids,
            InstantSource clock) {
        this.store = store;
        this.keeper = keeper;
        this.box = box;
        this.trail = trail;
        this.transactions = transactions;
        this.ids = ids;
        this.clock = clock;
    }

    /// How all links are, by name; nothing for who is no admin.
    public List<LinkHealth> all(Actor actor) {
        return actor.is(Role.ADMIN) ? store.all().stream().map(keeper::health).toList() : List.of();
    }

    public LinkOutcome add(Actor actor, NewLink asked) {
        if (!actor.is(Role.ADMIN)) {
            return new LinkOutcome.Forbidden();
        }
        var violations = asked.violations();
        if (!violations.isEmpty()) {
            return new LinkOutcome.Refused(violations);
        }
        var link =
                new Link(
                        new LinkId(ids.next().value()),
                        asked.name(),
                        asked.address(),
                        false,
                        asked.fromBeginning() ? Optional.of(Sequence.START) : Optional.empty(),
                        actor.id(),
                        clock.instant(),
                        asked.mayBePrivate());
        var added =
                transactions.execute(_ -> {
                    boolean fresh = store.add(link, box.seal(asked.token()));
                    if (fresh) {
                        note(TrailAction.LINK_ADDED, actor, link);
                    }
                    return fresh;
                });
        if (!Boolean.TRUE.equals(added)) {
            return new LinkOutcome.Refused(
                    List.of(new Violation("name", "name: expected one that no link has yet")));
        }
        keeper.look();
        return new LinkOutcome.Done(link);
    }

    public LinkOutcome pause(Actor actor, LinkId id) {
        return change(
                actor, id, TrailAction.LINK_PAUSED, link -> store.pause(link.id(), true), true);
    }

    public LinkOutcome resume(Actor actor, LinkId id) {
        return change(
                actor, id, TrailAction.LINK_RESUMED, link -> store.pause(link.id(), false), false);
    }

    public LinkOutcome remove(Actor actor, LinkId id) {
        return change(actor, id, TrailAction.LINK_REMOVED, link -> store.remove(link.id()), true);
    }

    /// Tries now, where the link rests after a failure.
    public LinkOutcome tryNow(Actor actor, LinkId id) {
        if (!actor.is(Role.ADMIN)) {
            return new LinkOutcome.Forbidden();
        }
        keeper.nudge(id);
        return find(id).<LinkOutcome>map(LinkOutcome.Done::new).orElse(new LinkOutcome.Missing());
    }

    private LinkOutcome change(
            Actor actor,
            LinkId id,
            TrailAction action,
            java.util.function.Predicate<Link> work,
            boolean paused) {
        if (!actor.is(Role.ADMIN)) {
            return new LinkOutcome.Forbidden();
        }
        var found = find(id);
        if (found.isEmpty()) {
            return new LinkOutcome.Missing();
        }
        var link = found.get();
        var done =
                transactions.execute(_ -> {
                    boolean changed = work.test(link);
                    if (changed) {
                        note(action, actor, link);
                    }
                    return changed;
                });
        keeper.look();
        return Boolean.TRUE.equals(done)
                ? new LinkOutcome.Done(link.paused(paused))
                : new LinkOutcome.Missing();
    }

    private Optional<Link> find(LinkId id) {
        return store.all().stream().filter(link -> link.id().equals(id)).findFirst();
    }

    private void note(TrailAction action, Actor actor, Link link) {
        trail.note(
                TrailEntry.of(action, actor.id(), clock.instant())
                        .with("link", link.id())
                        .with("label", link.name())
                        .with("url", link.url()));
    }
}
