package io.mergedesk.desk;

import io.mergedesk.common.Actor;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Handling;
import io.mergedesk.entities.ConflictFeed;
import io.mergedesk.entities.ConflictStore;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityStore;
import io.mergedesk.entities.PeopleDirectory;
import io.mergedesk.entities.Violation;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionOperations;

/// The desk: which conflicts there are, and what is noted about them while they wait.
///
/// Supervisors see those of all entities that they see; others those of their own edits.
public final class Desk {

    /// How far open conflicts are counted.
    public static final int MOST_COUNTED = 1_000;

    private static final int MAX_NOTE = 2_000;

    private final ConflictSearch search;
    private final ConflictStore store;
    private final EntityStore entities;
    private final PeopleDirectory people;
    private final TransactionOperations transactions;
    private final Trail trail;
    private final ConflictFeed feed;
    private final NoteNotices notes;
    private final EventBus bus;
    private final InstantSource clock;

    Desk(
            ConflictSearch search,
            ConflictStore store,
            EntityStore entities,
            PeopleDirectory people,
            TransactionOperations transactions,
            Trail trail,
            ConflictFeed feed,
            NoteNotices notes,
            EventBus bus,
            InstantSource clock) {
        this.search = search;
        this.store = store;
        this.entities = entities;
        this.people = people;
        this.transactions = transactions;
        this.trail = trail;
        this.feed = feed;
        this.notes = notes;
        this.bus = bus;
        this.clock = clock;
    }

    public ConflictPage page(ConflictQuery query, Actor actor) {
        return search.page(query, actor);
    }

    /// The conflict itself, whatever its state; empty when it is not there or not to be seen.
    public Optional<Conflict> find(ConflictId id, Actor actor) {
        return store.find(id).filter(found -> maySee(found, actor));
    }

    /// How many wait that this person may see; counts no further than [#MOST_COUNTED].
    public int open(Actor actor) {
        return search.count(ConflictStatus.OPEN, List.of(), actor, MOST_COUNTED);
    }

    /// How many of them this person is to decide.
    public int mine(Actor actor) {
        var mine = List.<Condition>of(new Condition.AssignedTo(actor.id()));
        return search.count(ConflictStatus.OPEN, mine, actor, MOST_COUNTED);
    }

    /// How many there are in a list; counts no further than [#MOST_COUNTED].
    public int count(ConflictStatus status, List<Condition> conditions, Actor actor) {
        return search.count(status, conditions, actor, MOST_COUNTED);
    }

    /// How the desk got on in the last days, today included.
    public Figures figures(int days, ZoneOffset offset, Actor actor) {
        var today = LocalDate.ofInstant(clock.instant(), offset);
        return search.figures(today.minusDays(days - 1L), offset, actor);
    }

    /// The conflict that comes after, or before, this one in a list, wherever this one is by now.
    ///
    /// @param list walks to the one before if it goes backwards
    public Optional<Conflict> beside(ConflictId here, ConflictQuery list, Actor actor) {
        return find(here, actor)
                .flatMap(from ->
                        search
                                .page(
                                        list.limitedTo(1)
                                                .startingAfter(
                                                        Optional.of(ConflictCursor.at(from))),
                                        actor)
                                .items()
                                .stream()
                                .findFirst());
    }

    /// Notes who is to decide it, how urgent it is, and what is known about it.
    ///
    /// @param version of the conflict that was read
    public HandleOutcome handle(ConflictId id, long version, Handling handling, Actor actor) {
        var found = find(id, actor);
        if (found.isEmpty()) {
            return new HandleOutcome.Missing();
        }
        if (!actor.is(Role.SUPERVISOR)) {
            return new HandleOutcome.Forbidden();
        }
        var violations = violations(handling);
        if (!violations.isEmpty()) {
            return new HandleOutcome.Refused(violations);
        }
        if (found.get().version() == version && found.get().handling().equals(handling)) {
            return new HandleOutcome.Handled(found.get());
        }
        var at = clock.instant();
        var outcome = write(found.get(), version, handling, actor.id(), at);
        if (outcome instanceof HandleOutcome.Handled(var conflict)) {
            bus.publish(told(conflict, actor.id(), at));
        }
        return outcome;
    }

    private HandleOutcome write(
            Conflict found, long version, Handling handling, UserId by, Instant at) {
        try {
            return Objects.requireNonNull(
                    transactions.execute(_ -> writeOnce(found, version, handling, by, at)));
        } catch (ConcurrencyFailureException _) {
            return new HandleOutcome.Overtaken(store.find(found.id()).orElse(found));
        }
    }

    private HandleOutcome writeOnce(
            Conflict found, long version, Handling handling, UserId by, Instant at) {
        entities.lock(Set.of(found.entity()));
        var current = store.find(found.id()).orElse(found);
        if (current.version() != version) {
            return new HandleOutcome.Overtaken(current);
        }
        var handled = current.handled(handling);
        store.replace(List.of(handled));
        notes.tell(current, handled, by);
        var entry = entry(handled, by, at);
        feed.own(List.of(entry));
        trail.note(entry);
        return new HandleOutcome.Handled(handled);
    }

    private static TrailEntry entry(Conflict conflict, UserId by, Instant at) {
        var handling = conflict.handling();
        return TrailEntry.of(TrailAction.CONFLICT_HANDLED, by, at)
                .about(conflict.entity())
                .about(conflict.type())
                .about(conflict.id())
                .with("priority", handling.priority().wireName())
                .with("assignee", handling.assignee().map(UserId::value).orElse(""))
                .with("inspected", handling.inspected())
                .with("note", handling.note());
    }

    private List<Violation> violations(Handling handling) {
        var violations = new ArrayList<Violation>();
        if (handling.note().length() > MAX_NOTE) {
            violations.add(
                    new Violation("note", "Note: expected at most " + MAX_NOTE + " characters"));
        }
        handling.assignee()
                .filter(person -> !people.exists(person))
                .ifPresent(person ->
                        violations.add(
                                new Violation(
                                        "assignee",
                                        "Assignee: there is nobody called '" + person + "'")));
        return violations;
    }

    private Event told(Conflict conflict, UserId by, Instant at) {
        return new Event.ConflictChanged(
                at,
                Event.ConflictChanged.What.HANDLED,
                conflict.id(),
                conflict.entity(),
                conflict.type(),
                conflict.edit().by(),
                by,
                conflict.handling().assignee().map(Set::of).orElse(Set.of()),
                entities.find(conflict.entity()).flatMap(Entity::team));
    }

    private boolean maySee(Conflict conflict, Actor actor) {
        return (actor.is(Role.SUPERVISOR) || conflict.edit().by().equals(actor.id()))
                && entities.find(conflict.entity())
                        .filter(entity -> actor.maySee(entity.team()))
                        .isPresent();
    }
}
