package io.mergedesk.security;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Somebody who may sign in, unless disabled.
///
/// @param passwordVersion counts the passwords this person has had; what was signed in with an
///   older one is no longer valid
public record Person(
        UserId id,
        String displayName,
        Role role,
        SortedSet<TeamId> teams,
        boolean disabled,
        int passwordVersion,
        Instant createdAt,
        Optional<Instant> lastSignInAt) {

    public Person {
        teams = Collections.unmodifiableSortedSet(new TreeSet<>(teams));
    }

    /// A person who has never signed in, with a first password.
    static Person joining(UserId id, NewPerson request, Instant now) {
        return new Person(
                id,
                request.displayName().strip(),
                request.role(),
                new TreeSet<>(request.teams()),
                false,
                1,
                now,
                Optional.empty());
    }

    /// The rights this person acts with.
    public Actor actor() {
        return new Actor(id, role, teams);
    }

    public Person named(String name) {
        return new Person(
                id, name, role, teams, disabled, passwordVersion, createdAt, lastSignInAt);
    }

    public Person withRole(Role changed) {
        return new Person(
                id,
                displayName,
                changed,
                teams,
                disabled,
                passwordVersion,
                createdAt,
                lastSignInAt);
    }

    public Person inTeams(Collection<TeamId> changed) {
        return new Person(
                id,
                displayName,
                role,
                new TreeSet<>(changed),
                disabled,
                passwordVersion,
                createdAt,
                lastSignInAt);
    }

    public Person withDisabled(boolean changed) {
        return new Person(
                id, displayName, role, teams, changed, passwordVersion, createdAt, lastSignInAt);
    }

    /// Whether this person can let others in.
    boolean isActiveAdmin() {
        return role == Role.ADMIN && !disabled;
    }
}
