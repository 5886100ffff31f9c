package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import io.mergedesk.realtime.FeedStretch;
import io.mergedesk.realtime.LiveFeed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/// One reader that follows the feed, in the form of server-sent events (WHATWG HTML, "Server-sent
/// events").
///
/// Always reads by sequence from where it stands, so that each change is sent once and in order;
/// with the rights the person has at that moment. Ends when the person is disabled or the token is
/// revoked, and after an hour, since whoever goes on then has to sign in anew.
final class ChangeStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeStream.class);
    private static final MediaType EVENTS =
            new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
    private static final Duration RIGHTS = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int PAGE = 200;

    private final ResponseBodyEmitter emitter = new ResponseBodyEmitter(0L);
    private final UserId person;
    private final Supplier<Optional<Actor>> reader;
    private final LiveFeed feed;
    private final InstantSource clock;
    private final Instant end;
    private Sequence place;
    private Instant sentAt;
    private volatile boolean closed;

    ChangeStream(
            UserId person,
            Supplier<Optional<Actor>> reader,
            Sequence after,
            LiveFeed feed,
            InstantSource clock) {
        this.person = person;
        this.reader = reader;
        this.place = after;
        this.feed = feed;
        this.clock = clock;
        this.sentAt = clock.instant();
        this.end = sentAt.plus(LONGEST);
    }

    UserId person() {
        return person;
    }

    ResponseBodyEmitter emitter() {
        return emitter;
    }

    /// Ends it within [#RIGHTS]; the reader may go on from the last id.
    void close() {
        closed = true;
    }

    @Override
    public void run() {
        try {
            send("retry: 1000\nid: " + place.number() + "\n\n");
            follow();
            emitter.complete();
        } catch (InterruptedException _) {
            emitter.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.debug("{} left the stream after {}: {}", person, place, e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("the stream of {} broke after {}", person, place, e);
            emitter.complete();
        }
    }

    private void follow() throws IOException, InterruptedException {
        boolean grown = true;
        while (isWanted()) {
            boolean quiet = !clock.instant().isBefore(sentAt.plus(HEARTBEAT));
            if (grown || quiet) {
                sendAll();
            }
            if (quiet) {
                send(": still here\n\n");
            }
            grown = feed.awaitAfter(place, RIGHTS);
        }
    }

    private boolean isWanted() {
        return !closed && clock.instant().isBefore(end) && reader.get().isPresent();
    }

    private void sendAll() throws IOException {
        boolean more = true;
        while (more) {
            var actor = reader.get();
            if (actor.isEmpty() || closed) {
                return;
            }
            var page = feed.after(place, PAGE, actor.get());
            more = page.next().isAfter(place);
            if (more) {
                send(text(page));
                place = page.next();
            }
        }
    }

    /// Behind the changes to be seen stands an id without an event, where more was left out: the
    /// reader's next `Last-Event-ID`.
    private String text(FeedStretch page) {
        var text = new StringBuilder();
        for (var item : page.items()) {
            text.append("id: ")
                    .append(item.sequence().number())
                    .append("\nevent: ")
                    .append(item.change().event().wireName())
                    .append("\ndata: ")
                    .append(item.json())
                    .append("\n\n");
        }
        boolean complete =
                !page.items().isEmpty() && page.items().getLast().sequence().equals(page.next());
        if (!complete) {
            text.append("id: ").append(page.next().number()).append("\n\n");
        }
        return text.toString();
    }

    private void send(String events) throws IOException {
        emitter.send(events, EVENTS);
        sentAt = clock.instant();
    }
}
