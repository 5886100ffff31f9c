package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps one link up, in a thread of its own, as long as this node holds it.
final class LinkRunner implements LinkTalk.Steps {

    private static final Logger LOG = LoggerFactory.getLogger(LinkRunner.class);
    private static final Duration HELD = Duration.ofSeconds(30);
    private static final Duration HELD_AGAIN = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 500;

    private final LinkWork work;
    private final LinkMachine machine;
    private final InstantSource clock;
    private final LongAdder received = new LongAdder();
    private final Semaphore nudge = new Semaphore(0);
    private volatile Link link;
    private volatile LinkState state = new LinkState.Closed("not begun");
    private volatile @Nullable LinkTalk talk;
    private volatile boolean wanted = true;
    private volatile boolean here;
    private Instant heldUntil = Instant.MIN;

    LinkRunner(Link link, LinkWork work, LinkMachine machine, InstantSource clock) {
        this.link = link;
        this.work = work;
        this.machine = machine;
        this.clock = clock;
    }

    LinkRunner start() {
        Thread.ofVirtual().name("link-" + link.name()).start(this::run);
        return this;
    }

    /// Tries now, where it rests.
    void nudge() {
        nudge.release();
    }

    /// Ends it soon.
    void stop() {
        wanted = false;
        nudge.release();
    }

    LinkHealth health() {
        var current = Optional.ofNullable(talk);
        boolean live = state instanceof LinkState.Live;
        return new LinkHealth(
                link,
                here,
                state,
                current.flatMap(LinkTalk::lastSeen),
                live ? current.flatMap(LinkTalk::latency) : Optional.empty(),
                received.sum());
    }

    private void run() {
        try {
            while (wanted) {
                here = hold();
                if (here) {
                    up();
                    rest();
                } else {
                    state = new LinkState.Closed("another server of this site keeps it up");
                    nudge.tryAcquire(HELD_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            signal(new LinkSignal.Unwanted("stopped"));
            try {
                work.release(link.id());
            } catch (RuntimeException e) {
                LOG.debug("link {} is let go by time: {}", link.id(), e.getMessage());
            }
        }
    }

    private void up() throws InterruptedException {
        signal(new LinkSignal.Wanted());
        var begun = new LinkTalk(this, clock, received);
        talk = begun;
        String problem;
        try {
            link = work.now(link);
            try (var connection = work.open(link, begun)) {
                problem = begun.serve(connection);
            }
        } catch (IOException e) {
            problem = String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("link {} to {} stumbled", link.id(), link.url(), e);
            problem = "what it sent could not be taken: see the log of this server";
        }
        if (wanted) {
            LOG.info("link {} to {} is down: {}", link.id(), link.url(), problem);
            signal(new LinkSignal.Lost(problem));
        }
    }

    private void rest() throws InterruptedException {
        nudge.drainPermits();
        while (wanted && !isOver(state)) {
            if (nudge.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private boolean isOver(LinkState now) {
        return switch (now) {
            case LinkState.Resting(var until, _, _) -> !clock.instant().isBefore(until);
            case LinkState.Connecting _, LinkState.Live _, LinkState.Closed _ -> true;
        };
    }

    private boolean hold() {
        var now = clock.instant();
        try {
            boolean mine = work.claim(link.id(), now, now.plus(HELD));
            heldUntil = mine ? now.plus(HELD) : Instant.MIN;
            return mine;
        } catch (RuntimeException e) {
            LOG.warn("link {} cannot be held now: {}", link.id(), e.getMessage());
            return false;
        }
    }

    private void signal(LinkSignal signal) {
        state = machine.after(state, signal);
    }

    @Override
    public Optional<Sequence> place() {
        return link.place();
    }

    @Override
    public void opened() {
        signal(new LinkSignal.Opened());
        LOG.info("link {} to {} is up", link.id(), link.url());
    }

    @Override
    public void take(LinkEvent event) {
        work.take(link, event);
    }

    @Override
    public boolean keep(Sequence place) {
        link = link.at(place);
        return work.advance(link.id(), place);
    }

    /// Goes on holding it meanwhile.
    @Override
    public boolean isWanted() {
        boolean late = heldUntil.minus(HELD).plus(HELD_AGAIN).isBefore(clock.instant());
        return wanted && (!late || hold());
    }
}
