package io.mergedesk.realtime;

import java.time.Duration;

/// How much of everything a client may have.
///
/// @param clients connected at the same time, of all people
/// @param clientsOfOnePerson of those
/// @param subscriptions of one client
/// @param framesPerSecond that a client may send, with twice as many at once
/// @param waiting events without a place in the feed that wait for one client
/// @param backlog changes a client that had them all may fall behind
/// @param patience how long one frame may take until the client counts as too slow
/// @param heartbeat how often each side shows that it is there; who misses two is gone
public record RealtimeLimits(
        int clients,
        int clientsOfOnePerson,
        int subscriptions,
        int framesPerSecond,
        int waiting,
        long backlog,
        Duration patience,
        Duration heartbeat) {

    public static final RealtimeLimits USUAL =
            new RealtimeLimits(
                    5_000,
                    100,
                    32,
                    20,
                    500,
                    10_000,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(25));

    public RealtimeLimits withClientsOfOnePerson(int most) {
        return new RealtimeLimits(
                clients,
                most,
                subscriptions,
                framesPerSecond,
                waiting,
                backlog,
                patience,
                heartbeat);
    }

    RealtimeLimits withHeartbeat(Duration every) {
        return new RealtimeLimits(
                clients,
                clientsOfOnePerson,
                subscriptions,
                framesPerSecond,
                waiting,
                backlog,
                patience,
                every);
    }

    /// After how long a silence a client is gone.
    Duration longestSilence() {
        return heartbeat.multipliedBy(2).plusSeconds(10);
    }
}
