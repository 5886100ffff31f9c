package io.mergedesk.realtime;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TeamId;
import io.mergedesk.entities.Change;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A change on its way to readers; its texts are made once, however many read them.
public final class FeedItem {

    private static final int MOST_FRAMES = 32;

    private final Change change;
    private final EventEncoding encoding;
    private final Map<String, String> frames = new ConcurrentHashMap<>();
    private volatile Optional<TeamId> team;
    private volatile @Nullable String json;

    FeedItem(Change change, Optional<TeamId> team, EventEncoding encoding) {
        this.change = change;
        this.team = team;
        this.encoding = encoding;
    }

    public Change change() {
        return change;
    }

    public Sequence sequence() {
        return change.sequence();
    }

    /// The change as programs see it.
    public String json() {
        var made = json;
        if (made == null) {
            synchronized (this) {
                made = json;
                if (made == null) {
                    made = encoding.of(change);
                    json = made;
                }
            }
        }
        return made;
    }

    /// What a client is told that subscribed under that name; most clients use the same few names.
    String frame(String ref) {
        var known = frames.get(ref);
        if (known == null) {
            known = Frames.event(ref, this);
            if (frames.size() < MOST_FRAMES) {
                frames.put(ref, known);
            }
        }
        return known;
    }

    boolean isFor(Actor actor) {
        return actor.maySee(team);
    }

    /// The entity belongs to that team now.
    void moveTo(Optional<TeamId> now) {
        team = now;
    }
}
