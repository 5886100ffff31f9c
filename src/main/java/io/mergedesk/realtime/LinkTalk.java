package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// One connection of a link, from the greeting to its end; serves in the thread of the link.
final class LinkTalk implements LinkTransport.Ear {

    private static final int AHEAD = 256;
    private static final long LOOK_MILLIS = 500;

    /// What the link does with it.
    interface Steps {

        /// The place to go on from; empty where it is the first time.
        Optional<Sequence> place();

        void opened();

        void take(LinkEvent event);

        /// Everything up to there was taken.
        ///
        /// @return false when another server has the link now
        boolean keep(Sequence place);

        /// Whether to go on.
        boolean isWanted();
    }

    private record Heard(Optional<String> frame, String problem) {}

    private final Steps steps;
    private final InstantSource clock;
    private final LongAdder received;
    private final BlockingQueue<Heard> heard = new ArrayBlockingQueue<>(AHEAD);
    private volatile Heartbeat heartbeat;
    private volatile boolean over;
    private volatile boolean heardAnything;
    private Optional<Sequence> taken = Optional.empty();

    LinkTalk(Steps steps, InstantSource clock, LongAdder received) {
        this.steps = steps;
        this.clock = clock;
        this.received = received;
        this.heartbeat = new Heartbeat(RealtimeLimits.USUAL, clock.instant());
    }

    @Override
    public void frame(String text) {
        heartbeat.seen(clock.instant());
        heardAnything = true;
        hear(new Heard(Optional.of(text), ""));
    }

    @Override
    public void ended(String problem) {
        hear(new Heard(Optional.empty(), problem));
    }

    /// Waits where the link does not keep up: then the other side waits as well.
    private void hear(Heard one) {
        try {
            while (!over && !heard.offer(one, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {}
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// When something came last.
    Optional<Instant> lastSeen() {
        return heardAnything ? Optional.of(heartbeat.lastSeen()) : Optional.empty();
    }

    Optional<Duration> latency() {
        return heartbeat.latency();
    }

    /// @return why it is over, in words
    String serve(LinkTransport.Connection connection) throws IOException, InterruptedException {
        try {
            while (steps.isWanted()) {
                var next = Optional.ofNullable(heard.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS));
                if (next.isPresent() && next.get().frame().isEmpty()) {
                    return next.get().problem();
                }
                var problem = next.flatMap(Heard::frame).flatMap(text -> answer(text, connection));
                if (problem.isPresent()) {
                    return problem.get();
                }
                if (heard.isEmpty() && !keep()) {
                    return "another server of this site keeps the link up";
                }
                beat(connection, clock.instant());
                if (heartbeat.isSilent(clock.instant())) {
                    return "nothing was heard for too long";
                }
            }
            return "it is not wanted any more";
        } finally {
            over = true;
            keep();
        }
    }

    private Optional<String> answer(String text, LinkTransport.Connection connection) {
        try {
            return answer(LinkFrame.read(text), connection);
        } catch (IllegalArgumentException e) {
            return Optional.of("it sent what a gateway does not send: " + e.getMessage());
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> answer(LinkFrame frame, LinkTransport.Connection connection)
            throws IOException {
        switch (frame) {
            case LinkFrame.Welcome(_, var every) -> {
                heartbeat =
                        new Heartbeat(RealtimeLimits.USUAL.withHeartbeat(every), clock.instant());
                connection.send(Frames.subscribe("link", steps.place()));
            }
            case LinkFrame.Subscribed(var place) -> {
                taken = Optional.of(place);
                steps.opened();
            }
            case LinkFrame.Told(var event) -> {
                steps.take(event);
                received.increment();
                taken = Optional.of(event.sequence());
            }
            case LinkFrame.At(var place) -> taken = Optional.of(place);
            case LinkFrame.Pong(var ref) -> heartbeat.answered(ref, clock.instant());
            case LinkFrame.Refused(var message) -> {
                return Optional.of("it refused: " + message);
            }
            case LinkFrame.Other _ -> {}
        }
        return Optional.empty();
    }

    private boolean keep() {
        var place = taken;
        taken = Optional.empty();
        return place.map(steps::keep).orElse(true);
    }

    private void beat(LinkTransport.Connection connection, Instant now) throws IOException {
        if (heartbeat.isDue(now)) {
            connection.send(Frames.ping(heartbeat.ask(now)));
        }
    }
}
