package io.mergedesk.realtime;

import io.mergedesk.common.Sequence;
import io.mergedesk.common.UserId;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// A gateway of another Mergedesk that this site listens to.
///
/// @param url where the other Mergedesk is served: `https://desk.example.org`
/// @param place the last sequence of the other site that was handed on; empty before the first
/// @param createdAt in whole microseconds
/// @param allowPrivate whether it may lead into a private network or to this machine
public record Link(
        LinkId id,
        String name,
        URI url,
        boolean paused,
        Optional<Sequence> place,
        UserId createdBy,
        Instant createdAt,
        boolean allowPrivate) {

    public Link {
        createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    }

    /// What it calls itself over there, so that it is the same after each reconnect: the random end
    /// of its id.
    ClientId client() {
        return new ClientId("link-" + id.toString().substring(24));
    }

    /// The address of the gateway.
    URI gateway() {
        var scheme = url.getScheme().equals("https") ? "wss" : "ws";
        var path = url.getRawPath() == null ? "" : url.getRawPath();
        var root = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return URI.create(
                scheme
                        + "://"
                        + url.getRawAuthority()
                        + root
                        + "/api/v1/realtime?client="
                        + client());
    }

    public Link paused(boolean now) {
        return new Link(id, name, url, now, place, createdBy, createdAt, allowPrivate);
    }

    public Link at(Sequence newPlace) {
        return new Link(
                id, name, url, paused, Optional.of(newPlace), createdBy, createdAt, allowPrivate);
    }
}
