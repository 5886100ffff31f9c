package io.mergedesk.security;

import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where people are kept. Writes join the transaction of the caller.
public interface People {

    Optional<Account> find(UserId id);

    /// Everybody, disabled or not, by account name.
    List<Person> all();

    /// Whether the account was added; false when the name is taken.
    boolean add(Account account);

    /// Stores name, role, teams and disabled state.
    ///
    /// @return false when there is no such person
    boolean update(Person person);

    /// Stores another password and counts the password version up.
    ///
    /// @return false when there is no such person
    boolean changePassword(UserId id, String passwordHash);

    void signedIn(UserId id, Instant at);

    /// The admins who are not disabled, kept from changing until the transaction ends.
    Set<UserId> lockActiveAdmins();

    /// Whether anybody can let others in.
    boolean hasActiveAdmin();
}
