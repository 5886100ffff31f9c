package io.mergedesk.security;

import io.mergedesk.TestClock;
import io.mergedesk.storage.memory.MemoryPeople;
import io.mergedesk.storage.memory.MemoryPeopleTokens;
import io.mergedesk.storage.memory.MemoryTrail;
import io.mergedesk.storage.memory.MemoryTransactions;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailQueue;
import java.time.Duration;

/// Everything around people and their signing in, in memory.
final class PeopleDesk {

    final TestClock clock = new TestClock();
    final MemoryPeople store = new MemoryPeople();
    final AccessWatch watch = new AccessWatch();
    final CurrentPeople current = new CurrentPeople(store, watch);
    final Passwords passwords;
    final MemoryTransactions transactions = new MemoryTransactions();
    final Trail trail = new MemoryTrail(transactions);
    final PeopleService people;
    final TrailQueue queue = new TrailQueue(trail, transactions, Duration.ofSeconds(10));
    final SignIn signIn;

    /// @param strength how much work a password hash is
    PeopleDesk(int strength) {
        passwords = new Passwords(strength);
        people =
                new PeopleService(
                        store,
                        trail,
                        transactions,
                        current,
                        new OpenSessions(clock, (_, work) -> work.run()),
                        passwords,
                        clock);
        var tokens =
                new ApiTokenService(new MemoryPeopleTokens(), watch, trail, transactions, clock);
        signIn = new SignIn(current, passwords, tokens, new SignInNotes(queue, clock), clock);
    }
}
