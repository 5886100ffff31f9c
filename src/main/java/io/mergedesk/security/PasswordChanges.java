package io.mergedesk.security;

import io.mergedesk.common.Actor;
import io.mergedesk.common.UserId;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Gives people other passwords. Sessions that began with the old one end.
final class PasswordChanges {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordChanges.class);

    private final People people;
    private final PersonNotes notes;
    private final TransactionOperations transactions;
    private final CurrentPeople current;
    private final OpenSessions sessions;
    private final Passwords passwords;
    private final PersonRules rules;
    private final PasswordProof proof;

    PasswordChanges(
            People people,
            PersonNotes notes,
            TransactionOperations transactions,
            CurrentPeople current,
            OpenSessions sessions,
            Passwords passwords,
            PersonRules rules,
            InstantSource clock) {
        this.people = people;
        this.notes = notes;
        this.transactions = transactions;
        this.current = current;
        this.sessions = sessions;
        this.passwords = passwords;
        this.rules = rules;
        this.proof = new PasswordProof(passwords, new FailedSignIns(clock));
    }

    /// An admin gives somebody another one; every session of that person ends.
    PeopleOutcome reset(Actor admin, UserId id, String password) {
        var violations = rules.violations("password", id, password);
        if (!violations.isEmpty()) {
            return new PeopleOutcome.Refused(violations);
        }
        var outcome = replace(admin, id, password);
        if (outcome instanceof PeopleOutcome.Done) {
            sessions.endAll(id);
        }
        return outcome;
    }

    /// Somebody who knows the current one takes another; the session given stays.
    PeopleOutcome ofOneself(
            Actor actor, String currentPassword, String password, String sessionId) {
        var id = actor.id();
        var violations = rules.violations("password", id, password);
        if (!violations.isEmpty()) {
            return new PeopleOutcome.Refused(violations);
        }
        var account = people.find(id).filter(found -> !found.person().disabled());
        if (account.isEmpty()) {
            return new PeopleOutcome.Unknown(id);
        }
        var refused = proof.refuse(account.get(), currentPassword, sessionId);
        if (refused.isPresent()) {
            return refused.get();
        }
        var outcome = replace(actor, id, password);
        if (outcome instanceof PeopleOutcome.Done(var person)) {
            sessions.endOthers(person, sessionId);
        }
        return outcome;
    }

    private PeopleOutcome replace(Actor actor, UserId id, String password) {
        var hash = passwords.hash(password);
        boolean changed =
                transactions.execute(_ -> {
                    var isKnown = people.changePassword(id, hash);
                    if (isKnown) {
                        notes.passwordReplaced(actor.id(), id);
                    }
                    return isKnown;
                });
        current.forget(id);
        LOG.info("{} changed the password of {}", actor.id(), id);
        return people.find(id)
                .filter(_ -> changed)
                .<PeopleOutcome>map(account -> new PeopleOutcome.Done(account.person()))
                .orElseGet(() -> new PeopleOutcome.Unknown(id));
    }
}
