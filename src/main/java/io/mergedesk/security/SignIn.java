package io.mergedesk.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mergedesk.common.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells who somebody is, by password or by token, and slows guessing down.
///
/// A password found right is not hashed again for five minutes (programs send it with each request,
/// and a hash takes tens of milliseconds); what is kept is a keyed digest, and it is void as soon
/// as the password changes or the account is disabled.
public final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int LONGEST_TOKEN = 200;

    private final CurrentPeople people;
    private final Passwords passwords;
    private final FailedSignIns failures;
    private final ApiTokenService tokens;
    private final SignInNotes notes;
    private final ProofDigest proofs = new ProofDigest();
    private final Cache<String, Boolean> proven;
    private final List<Object> locks = Stream.generate(Object::new).limit(64).toList();

    SignIn(
            CurrentPeople people,
            Passwords passwords,
            ApiTokenService tokens,
            SignInNotes notes,
            InstantSource clock) {
        this.people = people;
        this.passwords = passwords;
        this.tokens = tokens;
        this.notes = notes;
        this.failures = new FailedSignIns(clock);
        this.proven =
                Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(REMEMBERED).build();
    }

    /// A request of a program, which sends its password each time.
    ///
    /// @param address where the attempt comes from, as failures are counted per address too
    public SignInOutcome ofProgram(String entered, String password, String address) {
        var outcome = withPassword(entered, password, address);
        if (outcome instanceof SignInOutcome.SignedIn(var person, _)) {
            notes.programCalled(person.id(), address, "password");
        }
        return outcome;
    }

    /// @param address where the attempt comes from, as failures are counted per address too
    SignInOutcome withPassword(String entered, String password, String address) {
        var name = Accounts.named(entered);
        var account = name.flatMap(people::any);
        var version = account.map(found -> found.person().passwordVersion()).orElse(0);
        var proof = proofs.of(name.map(UserId::value).orElse(entered), password, version);
        if (account.isPresent() && proven.getIfPresent(proof) != null) {
            return admitted(account.get());
        }
        // one check per password at a time: a program that starts with many requests at once is
        // not taken for somebody who guesses
        synchronized (locks.get(Math.floorMod(proof.hashCode(), locks.size()))) {
            return account.isPresent() && proven.getIfPresent(proof) != null
                    ? admitted(account.get())
                    : check(new Attempt(name, account, password, address, proof));
        }
    }

    /// @param secret what was shown when the token was made
    public SignInOutcome withToken(String secret, String address) {
        var account =
                secret.length() > LONGEST_TOKEN
                        ? Optional.<Account>empty()
                        : tokens.ownerOf(TokenHash.of(secret)).flatMap(people::any);
        if (account.isPresent()) {
            notes.programCalled(account.get().person().id(), address, "token");
            return admitted(account.get(), Optional.of(TokenHash.of(secret)));
        }
        LOG.info("Refused a token from {}", address);
        notes.refused(Optional.empty(), address, "unknown token");
        return failures.begin("a token", address)
                .<SignInOutcome>map(SignInOutcome.TooMany::new)
                .orElseGet(SignInOutcome.Wrong::new);
    }

    private SignInOutcome check(Attempt attempt) {
        var named = attempt.name.map(UserId::value).orElse("");
        var wait = failures.begin(named, attempt.address);
        if (wait.isPresent()) {
            LOG.info("Sign-in as '{}' from {} has to wait {}", named, attempt.address, wait.get());
            return new SignInOutcome.TooMany(wait.get());
        }
        var right =
                attempt.account
                        .map(found -> passwords.matches(attempt.password, found.passwordHash()))
                        .orElseGet(() -> passwords.matchesNobody(attempt.password));
        if (!right) {
            LOG.info("Wrong password or account '{}' from {}", named, attempt.address);
            var known = attempt.account.map(found -> found.person().id());
            notes.refused(
                    known,
                    attempt.address,
                    known.isPresent() ? "wrong password" : "unknown account");
            return new SignInOutcome.Wrong();
        }
        failures.succeeded(named, attempt.address);
        proven.put(attempt.proof, true);
        attempt.account
                .map(Account::person)
                .filter(Person::disabled)
                .ifPresent(person ->
                        notes.refused(
                                Optional.of(person.id()), attempt.address, "account is disabled"));
        return attempt.account.map(SignIn::admitted).orElseGet(SignInOutcome.Wrong::new);
    }

    private static SignInOutcome admitted(Account account) {
        return admitted(account, Optional.empty());
    }

    private static SignInOutcome admitted(Account account, Optional<TokenHash> token) {
        return account.person().disabled()
                ? new SignInOutcome.Disabled()
                : new SignInOutcome.SignedIn(account.person(), token);
    }

    private record Attempt(
            Optional<UserId> name,
            Optional<Account> account,
            String password,
            String address,
            String proof) {}
}
