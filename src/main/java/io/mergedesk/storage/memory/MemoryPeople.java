package io.mergedesk.storage.memory;

import io.mergedesk.common.Role;
import io.mergedesk.common.UserId;
import io.mergedesk.security.Account;
import io.mergedesk.security.People;
import io.mergedesk.security.Person;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// People in memory.
public final class MemoryPeople implements People {

    private final SortedMap<UserId, Account> accounts = new TreeMap<>();

    @Override
    public synchronized Optional<Account> find(UserId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized List<Person> all() {
        return accounts.values().stream().map(Account::person).toList();
    }

    @Override
    public synchronized boolean add(Account account) {
        return accounts.putIfAbsent(account.person().id(), account) == null;
    }

    @Override
    public synchronized boolean update(Person changed) {
        return replace(
                changed.id(),
                account ->
                        new Account(
                                account.person()
                                        .named(changed.displayName())
                                        .withRole(changed.role())
                                        .inTeams(changed.teams())
                                        .withDisabled(changed.disabled()),
                                account.passwordHash()));
    }

    @Override
    public synchronized boolean changePassword(UserId id, String passwordHash) {
        return replace(
                id,
                account -> {
                    var person = account.person();
                    var next = person.passwordVersion() + 1;
                    return new Account(copy(person, next, person.lastSignInAt()), passwordHash);
                });
    }

    @Override
    public synchronized void signedIn(UserId id, Instant at) {
        replace(
                id,
                account -> {
                    var person = account.person();
                    var seen = copy(person, person.passwordVersion(), Optional.of(at));
                    return new Account(seen, account.passwordHash());
                });
    }

    @Override
    public synchronized Set<UserId> lockActiveAdmins() {
        return accounts.values().stream()
                .map(Account::person)
                .filter(person -> person.role() == Role.ADMIN && !person.disabled())
                .map(Person::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean hasActiveAdmin() {
        return !lockActiveAdmins().isEmpty();
    }

    private boolean replace(UserId id, UnaryOperator<Account> change) {
        return accounts.computeIfPresent(id, (_, account) -> change.apply(account)) != null;
    }

    private static Person copy(Person person, int passwordVersion, Optional<Instant> lastSignIn) {
        return new Person(
                person.id(),
                person.displayName(),
                person.role(),
                person.teams(),
                person.disabled(),
                passwordVersion,
                person.createdAt(),
                lastSignIn);
    }
}
