package io.mergedesk.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mergedesk.common.UserId;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.trail.TrailQueue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Notes in the trail who signed in and who was refused.
///
/// Programs sign in with each request: the first of an account, address and way is noted in each
/// hour. Of refusals [#REFUSALS_AN_HOUR] are noted in each hour, whoever is refused, and the rest
/// are counted, so that nobody fills the disk by guessing. A name that nobody has is not kept: it
/// may be a password typed into the wrong box.
final class SignInNotes {

    /// About 300 bytes each: at most 4 MB a day.
    static final int REFUSALS_AN_HOUR = 600;

    private static final Duration HOUR = Duration.ofHours(1);

    private final TrailQueue trail;
    private final InstantSource clock;
    private final Cache<String, Instant> programs =
            Caffeine.newBuilder().maximumSize(100_000).build();
    private Instant hourBegan = Instant.MIN;
    private int refusals;
    private long unnoted;

    SignInNotes(TrailQueue trail, InstantSource clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /// Somebody begins a session in a browser.
    void signedIn(UserId person, String address) {
        trail.note(
                TrailEntry.of(TrailAction.SIGN_IN, person, clock.instant())
                        .from(address)
                        .with("with", "form"));
    }

    /// A session ends because its person wants so.
    void signedOut(UserId person, String address) {
        trail.note(TrailEntry.of(TrailAction.SIGN_OUT, person, clock.instant()).from(address));
    }

    /// A program makes a request as somebody.
    ///
    /// @param with `password` or `token`
    void programCalled(UserId person, String address, String with) {
        var now = clock.instant();
        var hour = now.truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        var known = programs.asMap().put(person + " " + with + " " + address, hour);
        if (!hour.equals(known)) {
            trail.note(
                    TrailEntry.of(TrailAction.SIGN_IN, person, now)
                            .from(address)
                            .with("with", with)
                            .with("for", "API"));
        }
    }

    /// @param person whose account was asked for, if there is one
    void refused(Optional<UserId> person, String address, String because) {
        var entry =
                TrailEntry.of(TrailAction.SIGN_IN_REFUSED, person, clock.instant())
                        .from(address)
                        .with("because", because);
        bounded(entry).ifPresent(trail::noteSoon);
    }

    private synchronized Optional<TrailEntry> bounded(TrailEntry entry) {
        if (!entry.at().isBefore(hourBegan.plus(HOUR))) {
            hourBegan = entry.at();
            refusals = 0;
        }
        if (refusals == REFUSALS_AN_HOUR) {
            unnoted++;
            return Optional.empty();
        }
        refusals++;
        var complete = unnoted == 0 ? entry : entry.with("refused before, not noted", unnoted);
        unnoted = 0;
        return Optional.of(complete);
    }
}
