package io.mergedesk.security;

import io.mergedesk.common.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the first admin in: whoever can read the log knows the code, and it works once.
public class FirstAdmin {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);
    private static final String GUESSED = "the set-up code";

    private final People people;
    private final PeopleService service;
    private final Passwords passwords;
    private final FailedSignIns failures;
    private @Nullable String code;
    private volatile boolean done;

    FirstAdmin(People people, PeopleService service, Passwords passwords, InstantSource clock) {
        this.people = people;
        this.service = service;
        this.passwords = passwords;
        this.failures = new FailedSignIns(clock);
    }

    /// Whether nobody can let others in yet.
    public boolean isMissing() {
        if (!done) {
            done = people.hasActiveAdmin();
        }
        return !done;
    }

    /// Makes a code and writes it to the log, when the first admin is missing.
    void announce() {
        if (isMissing()) {
            var fresh = passwords.generate();
            keep(fresh);
            LOG.warn("No admin yet. Open /setup and enter this code (works once): {}", fresh);
        }
    }

    /// Creates the first admin.
    ///
    /// @param address where the attempt comes from: wrong codes slow it down
    public synchronized PeopleOutcome create(
            String entered, String account, String name, String password, String address) {
        var wait = failures.begin(GUESSED, address);
        if (wait.isPresent()) {
            var seconds = wait.get().plusMillis(999).toSeconds();
            return PeopleOutcome.Refused.because(
                    "code", "another attempt in " + seconds + " seconds: too many were wrong");
        }
        if (!isMissing() || !isCode(entered)) {
            return PeopleOutcome.Refused.because("code", "the code printed in the server's log");
        }
        failures.succeeded(GUESSED, address);
        var request = new NewPerson(account, name, Role.ADMIN, Set.of(), password);
        var outcome = service.admitFirst(request, address);
        if (outcome instanceof PeopleOutcome.Done) {
            code = null;
            done = true;
        }
        return outcome;
    }

    private synchronized void keep(String fresh) {
        code = fresh;
    }

    private boolean isCode(String entered) {
        return Optional.ofNullable(code)
                .map(expected -> MessageDigest.isEqual(bytes(expected), bytes(entered.strip())))
                .orElse(false);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
