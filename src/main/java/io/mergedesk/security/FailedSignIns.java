package io.mergedesk.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Slows guessing down: after some failures an account, and an address, has to wait, longer each
/// time.
///
/// Nobody is locked out by a stranger: the wait of an account ends after a minute at the latest,
/// and does not concern addresses from which that account has signed in before. An attempt counts
/// as failed when it begins, so that many at once do not slip through; a success takes it back.
/// Attempts made while waiting are not counted.
final class FailedSignIns {

    private static final int FREE_PER_ACCOUNT = 5;
    private static final int FREE_PER_ADDRESS = 50;
    private static final Duration LONGEST_PER_ACCOUNT = Duration.ofMinutes(1);
    private static final Duration LONGEST_PER_ADDRESS = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private final InstantSource clock;
    private final Cache<String, Failures> failures;
    private final Cache<String, Boolean> trusted;

    private record Failures(int count, Instant waitUntil) {}

    FailedSignIns(InstantSource clock) {
        this.clock = clock;
        this.failures = cache(FORGOTTEN_AFTER, clock);
        this.trusted = cache(Duration.ofDays(30), clock);
    }

    /// Begins an attempt.
    ///
    /// @return how long to wait, when it must not be made now
    synchronized Optional<Duration> begin(String account, String address) {
        var now = clock.instant();
        var wait = longer(wait(accountKey(account, address), now), wait(addressKey(address), now));
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        count(accountKey(account, address), FREE_PER_ACCOUNT, LONGEST_PER_ACCOUNT, now);
        count(addressKey(address), FREE_PER_ADDRESS, LONGEST_PER_ADDRESS, now);
        return Optional.empty();
    }

    /// Takes back what [#begin] counted.
    synchronized void succeeded(String account, String address) {
        failures.invalidate(accountKey(account, address));
        trusted.put(pair(account, address), true);
        failures.asMap()
                .computeIfPresent(
                        addressKey(address),
                        (_, counted) ->
                                counted.count == 1
                                        ? null
                                        : new Failures(counted.count - 1, Instant.MIN));
    }

    private void count(String key, int free, Duration longest, Instant now) {
        var known = failures.getIfPresent(key);
        var count = known == null ? 1 : known.count + 1;
        var wait = count < free ? Duration.ZERO : delay(count - free, longest);
        failures.put(key, new Failures(count, now.plus(wait)));
    }

    private static Duration delay(int tooMany, Duration longest) {
        var doubled = Duration.ofSeconds(1L << Math.min(tooMany, 20));
        return doubled.compareTo(longest) < 0 ? doubled : longest;
    }

    private Duration wait(String key, Instant now) {
        var known = failures.getIfPresent(key);
        return known == null || !known.waitUntil.isAfter(now)
                ? Duration.ZERO
                : Duration.between(now, known.waitUntil);
    }

    private String accountKey(String account, String address) {
        var known = trusted.getIfPresent(pair(account, address)) != null;
        return known ? pair(account, address) : "account " + account;
    }

    private static String addressKey(String address) {
        return "address " + address;
    }

    private static String pair(String account, String address) {
        return "account " + account + " at " + address;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static <T> Cache<String, T> cache(Duration lifetime, InstantSource clock) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(lifetime)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .build();
    }
}
