package io.mergedesk.realtime;

import io.mergedesk.common.UserId;
import io.mergedesk.events.Event;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connected client. Its own thread sends everything, always from the feed by sequence, with
/// the rights its person has at that moment.
public final class Client {

    private static final Logger LOG = LoggerFactory.getLogger(Client.class);
    private static final long RIGHTS_MILLIS = 2_000;

    private final ClientId id;
    private final Visitor visitor;
    private final LiveFeed feed;
    private final EventEncoding encoding;
    private final RealtimeLimits limits;
    private final InstantSource clock;
    private final Instant since;
    private final Outgoing out;
    private final Heartbeat heartbeat;
    private final FrameRate rate;
    private final Subscriptions subscriptions;
    private final Inbox<Request> requests;
    private final Inbox<Event> events;
    private final Semaphore work = new Semaphore(0);
    private final Ending ending;
    private final Answers answers;

    Client(
            ClientId id,
            Visitor visitor,
            Line line,
            LiveFeed feed,
            EventEncoding encoding,
            RealtimeLimits limits,
            InstantSource clock) {
        this.id = id;
        this.visitor = visitor;
        this.feed = feed;
        this.encoding = encoding;
        this.limits = limits;
        this.clock = clock;
        this.since = clock.instant();
        this.out = new Outgoing(line, limits, clock);
        this.heartbeat = new Heartbeat(limits, since);
        this.rate = new FrameRate(limits.framesPerSecond(), since);
        this.subscriptions = new Subscriptions(limits, feed);
        this.ending = new Ending(visitor, out, subscriptions, heartbeat, clock);
        this.answers = new Answers(visitor, subscriptions, out);
        this.requests = new Inbox<>(4 * limits.framesPerSecond());
        this.events = new Inbox<>(limits.waiting());
    }

    public ClientId id() {
        return id;
    }

    public UserId person() {
        return visitor.person();
    }

    /// A frame of text came from the client.
    public void receive(String frame) {
        var now = clock.instant();
        heartbeat.seen(now);
        if (!rate.take(now) || !requests.offer(RequestReader.read(frame))) {
            close(CloseReason.TOO_FAST);
        }
        wake();
    }

    /// The client answered a ping.
    ///
    /// @param mark what the ping carried
    public void pong(String mark) {
        heartbeat.answered(mark, clock.instant());
    }

    /// Ends it soon; the first reason counts.
    public void close(CloseReason reason) {
        ending.ask(reason);
        wake();
    }

    public ClientHealth health() {
        return new ClientHealth(
                id,
                person(),
                visitor.address(),
                since,
                heartbeat.lastSeen(),
                heartbeat.latency(),
                subscriptions.backlog() + events.size(),
                out.events(),
                subscriptions.words());
    }

    long sent() {
        return out.events();
    }

    /// Something without a place in the feed happened. Whoever cannot take it any more is cut,
    /// since it could not be had later.
    void tell(Event event) {
        if (subscriptions.wants(event)) {
            if (!events.offer(event)) {
                close(CloseReason.BEHIND);
            }
            wake();
        }
    }

    /// Whether it has subscribed to what cannot be had later.
    boolean wantsMoreThanChanges() {
        return subscriptions.wantMoreThanChanges();
    }

    void wake() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /// Serves the client until the end.
    ///
    /// @return why it ended
    CloseReason run() {
        var reason = CloseReason.LEFT;
        try {
            out.send(Frames.welcome(id, feed.head(), limits.heartbeat()));
            reason = serve();
            if (reason == CloseReason.BEHIND) {
                out.send(Frames.behind(subscriptions.place()));
            }
        } catch (InterruptedException _) {
            reason = CloseReason.GOING_AWAY;
        } catch (IOException | IllegalStateException e) {
            LOG.debug("{} of {} is gone: {}", id, person(), e.getMessage());
            reason = ending.broken();
        } catch (RuntimeException e) {
            LOG.warn("the connection of {} of {} broke", id, person(), e);
            reason = CloseReason.BROKEN;
        }
        out.close(reason);
        return reason;
    }

    private CloseReason serve() throws IOException, InterruptedException {
        while (true) {
            var reason = ending.reason();
            if (reason.isPresent()) {
                return reason.get();
            }
            answerAll();
            tellAll();
            beat();
            if (!subscriptions.deliver(visitor.reader(), out)) {
                work.tryAcquire(RIGHTS_MILLIS, TimeUnit.MILLISECONDS);
                work.drainPermits();
            }
        }
    }

    private void answerAll() throws IOException {
        for (var next = requests.take(); next.isPresent(); next = requests.take()) {
            answers.to(next.get());
        }
    }

    private void tellAll() throws IOException {
        for (var next = events.take(); next.isPresent(); next = events.take()) {
            var event = next.get();
            if (visitor.reader()
                    .get()
                    .filter(actor -> EventRights.maySee(event, actor))
                    .isPresent()) {
                subscriptions.deliver(event, encoding.of(event), out);
            }
        }
    }

    private void beat() throws IOException {
        var now = clock.instant();
        if (heartbeat.isDue(now)) {
            subscriptions.tellPlaces(out);
            out.ping(heartbeat.ask(now));
        }
    }
}
