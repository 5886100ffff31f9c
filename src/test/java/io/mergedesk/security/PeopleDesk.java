package io.mergedesk.security;

import io.mergedesk.TestClock;
import io.mergedesk.storage.memory.MemoryPeople;
import io.mergedesk.storage.memory.MemoryPeopleTokens;
import org.springframework.transaction.support.TransactionOperations;

/// Everything around people and their signing in, in memory.
final class PeopleDesk {

    final TestClock clock = new TestClock();
    final MemoryPeople store = new MemoryPeople();
    final AccessWatch watch = new AccessWatch();
    final CurrentPeople current = new CurrentPeople(store, watch);
    final Passwords passwords;
    final PeopleService people;
    final SignIn signIn;

    /// @param strength how much work a password hash is
    PeopleDesk(int strength) {
        var transactions = TransactionOperations.withoutTransaction();
        passwords = new Passwords(strength);
        people =
                new PeopleService(
                        store, transactions, current, new OpenSessions(clock), passwords, clock);
        var tokens = new ApiTokenService(new MemoryPeopleTokens(), watch, transactions, clock);
        signIn = new SignIn(current, passwords, tokens, clock);
    }
}
