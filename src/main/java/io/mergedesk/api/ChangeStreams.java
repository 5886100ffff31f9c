package io.mergedesk.api;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.UserId;
import io.mergedesk.realtime.LiveFeed;
import io.mergedesk.security.AccessWatch;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;

/// The open streams of this node: each has a virtual thread of its own, so that one that reads
/// slowly holds up nobody. There are only so many, for one person and in all.
@Component
class ChangeStreams {

    static final int MOST_OF_ONE_PERSON = 32;
    private static final int MOST = 2_000;

    private final LiveFeed feed;
    private final Subscription access;
    private final InstantSource clock;
    private final Set<ChangeStream> open = ConcurrentHashMap.newKeySet();

    ChangeStreams(LiveFeed feed, AccessWatch watch, InstantSource clock) {
        this.feed = feed;
        this.clock = clock;
        this.access = watch.onChange(feed::wake);
    }

    /// @param reader the same person with the rights of now; empty once they may read no more
    /// @throws RejectedRequest when there are too many already
    ResponseBodyEmitter open(UserId person, Supplier<Optional<Actor>> reader, Sequence after) {
        if (open.size() >= MOST || ofPerson(person) >= MOST_OF_ONE_PERSON) {
            throw Problem.of(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "Too many open streams: expected at most "
                                    + MOST_OF_ONE_PERSON
                                    + " of one person. Close one and try again.")
                    .rejected();
        }
        var stream = new ChangeStream(person, reader, after, feed, clock);
        open.add(stream);
        stream.emitter().onCompletion(stream::close);
        stream.emitter().onError(_ -> stream.close());
        Thread.ofVirtual()
                .name("change-stream-" + person)
                .start(() -> {
                    try {
                        stream.run();
                    } finally {
                        open.remove(stream);
                    }
                });
        return stream.emitter();
    }

    /// How many are open here.
    int count() {
        return open.size();
    }

    private long ofPerson(UserId person) {
        return open.stream().filter(stream -> stream.person().equals(person)).count();
    }

    /// Readers go on at another node, or here when it is back.
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        access.close();
        open.forEach(ChangeStream::close);
        feed.wake();
    }
}
