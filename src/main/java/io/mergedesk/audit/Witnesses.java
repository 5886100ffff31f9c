package io.mergedesk.audit;

import io.mergedesk.common.Sequence;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Links that are known from elsewhere than the database, against which a chain is held.
final class Witnesses {

    static final Witnesses NONE = new Witnesses(List.of());

    private final NavigableMap<Sequence, Link> links = new TreeMap<>();

    Witnesses(List<Link> links) {
        links.forEach(link -> this.links.put(link.place(), link));
    }

    /// Whether a witness contradicts that link.
    boolean contradict(Link link) {
        var known = links.get(link.place());
        return known != null && !known.equals(link);
    }

    /// The farthest place a witness knows of, when that is behind the given one.
    Optional<Sequence> beyond(Sequence place) {
        return links.isEmpty()
                ? Optional.empty()
                : Optional.of(links.lastKey()).filter(last -> last.isAfter(place));
    }

    Optional<Link> at(Sequence place) {
        return Optional.ofNullable(links.get(place));
    }
}
