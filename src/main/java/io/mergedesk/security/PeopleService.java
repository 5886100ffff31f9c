package io.mergedesk.security;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import io.mergedesk.trail.Trail;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Lets people in and out, and gives them roles and teams. Only admins may, except for one's own
/// password. There is always an admin left.
public class PeopleService {

    private static final Logger LOG = LoggerFactory.getLogger(PeopleService.class);
    private static final String LAST_ADMIN =
            "another admin first: this is the last one who is not disabled";

    private final People people;
    private final PersonNotes notes;
    private final TransactionOperations transactions;
    private final CurrentPeople current;
    private final OpenSessions sessions;
    private final Passwords passwords;
    private final PersonRules rules;
    private final PasswordChanges changes;
    private final InstantSource clock;

    PeopleService(
            People people,
            Trail trail,
            TransactionOperations transactions,
            CurrentPeople current,
            OpenSessions sessions,
            Passwords passwords,
            InstantSource clock) {
        this.people = people;
        this.notes = new PersonNotes(trail, clock);
        this.transactions = transactions;
        this.current = current;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = new PersonRules();
        this.clock = clock;
        this.changes =
                new PasswordChanges(
                        people, notes, transactions, current, sessions, passwords, rules, clock);
    }

    /// Everybody, disabled or not, by account name; empty for all but admins.
    public List<Person> all(Actor actor) {
        return actor.is(Role.ADMIN) ? people.all() : List.of();
    }

    public Optional<Person> find(Actor actor, UserId id) {
        return actor.is(Role.ADMIN) || actor.id().equals(id)
                ? people.find(id).map(Account::person)
                : Optional.empty();
    }

    /// A password to hand to somebody, which they should then change.
    public String suggestPassword() {
        return passwords.generate();
    }

    public PeopleOutcome create(Actor actor, NewPerson request) {
        return asAdmin(
                actor,
                () ->
                        admit(
                                request,
                                rules.violations(request),
                                person -> notes.created(Optional.of(actor.id()), person)));
    }

    /// Changes name, role and teams.
    public PeopleOutcome change(
            Actor actor, UserId id, String displayName, Role role, Set<TeamId> teams) {
        var violations = rules.violations(displayName);
        if (!violations.isEmpty()) {
            return new PeopleOutcome.Refused(violations);
        }
        UnaryOperator<Person> changed =
                person -> person.named(displayName.strip()).withRole(role).inTeams(teams);
        return asAdmin(actor, () -> update(actor, id, changed));
    }

    /// Ends every session of this person and refuses passwords and tokens from now on.
    public PeopleOutcome disable(Actor actor, UserId id) {
        var outcome = asAdmin(actor, () -> update(actor, id, person -> person.withDisabled(true)));
        if (outcome instanceof PeopleOutcome.Done) {
            sessions.endAll(id);
        }
        return outcome;
    }

    public PeopleOutcome enable(Actor actor, UserId id) {
        return asAdmin(actor, () -> update(actor, id, person -> person.withDisabled(false)));
    }

    /// Gives another password and ends every session of this person.
    public PeopleOutcome resetPassword(Actor actor, UserId id, String password) {
        return asAdmin(actor, () -> changes.reset(actor, id, password));
    }

    /// Changes the actor's own password; their other sessions end, the one given stays.
    public PeopleOutcome changeOwnPassword(
            Actor actor, String currentPassword, String password, String sessionId) {
        return changes.ofOneself(actor, currentPassword, password, sessionId);
    }

    /// Adds the first admin, whom nobody can have let in.
    PeopleOutcome admitFirst(NewPerson request, String address) {
        return admit(
                request,
                rules.violations(request),
                person -> notes.createdAsFirst(person, address));
    }

    /// Adds a person for the demo, whose passwords the rules would refuse.
    PeopleOutcome admitForDemo(NewPerson request) {
        return admit(request, List.of(), person -> notes.created(Optional.empty(), person));
    }

    private PeopleOutcome admit(
            NewPerson request, List<Violation> violations, Consumer<Person> note) {
        var id = Accounts.named(request.account());
        if (!violations.isEmpty() || id.isEmpty()) {
            return new PeopleOutcome.Refused(violations);
        }
        var person = Person.joining(id.get(), request, StoredTime.of(clock));
        var account = new Account(person, passwords.hash(request.password()));
        var added =
                inTransaction(() -> {
                    var isNew = people.add(account);
                    if (isNew) {
                        note.accept(person);
                    }
                    return isNew;
                });
        if (!added) {
            return PeopleOutcome.Refused.because("account", "a name that nobody has yet");
        }
        current.forget(person.id());
        LOG.info("Added person {} as {}", person.id(), person.role().wireName());
        return new PeopleOutcome.Done(person);
    }

    private PeopleOutcome update(Actor actor, UserId id, UnaryOperator<Person> change) {
        var outcome = inTransaction(() -> guarded(actor, id, change));
        current.forget(id);
        LOG.info("{} changed person {}: {}", actor.id(), id, outcome.getClass().getSimpleName());
        return outcome;
    }

    private PeopleOutcome guarded(Actor actor, UserId id, UnaryOperator<Person> change) {
        var admins = people.lockActiveAdmins();
        var before = people.find(id).map(Account::person);
        if (before.isEmpty()) {
            return new PeopleOutcome.Unknown(id);
        }
        var after = change.apply(before.get());
        if (!after.isActiveAdmin() && admins.equals(Set.of(id))) {
            return PeopleOutcome.Refused.because("role", LAST_ADMIN);
        }
        if (!people.update(after)) {
            return new PeopleOutcome.Unknown(id);
        }
        notes.changed(actor.id(), before.get(), after);
        return new PeopleOutcome.Done(after);
    }

    private static PeopleOutcome asAdmin(Actor actor, Supplier<PeopleOutcome> work) {
        return actor.is(Role.ADMIN) ? work.get() : new PeopleOutcome.Forbidden(Role.ADMIN);
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(_ -> work.get());
    }
}
