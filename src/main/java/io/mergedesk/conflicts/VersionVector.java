package io.mergedesk.conflicts;

import io.mergedesk.common.SiteId;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which edits of which sites a revision has seen: a count for each site, none counts as zero.
///
/// Keyed by site, never by user or browser, so that it stays small for ever. Source: Parker and
/// others, "Detection of Mutual Inconsistency in Distributed Systems", 1983; who counts: Almeida
/// and others, "Dotted Version Vectors", 2012.
public record VersionVector(SortedMap<SiteId, Long> counts) {

    /// Has seen nothing; comes before every other vector.
    public static final VersionVector EMPTY = new VersionVector(Collections.emptySortedMap());

    /// How one vector stands to another. Not a [Comparable]: concurrent is not equal.
    public enum Order {
        BEFORE,
        SAME,
        AFTER,
        CONCURRENT
    }

    public VersionVector {
        for (var count : counts.values()) {
            if (count < 1) {
                throw new IllegalArgumentException("expected counts of 1 or more, got " + count);
            }
        }
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    public long count(SiteId site) {
        return counts.getOrDefault(site, 0L);
    }

    /// The dot that the next edit at this site makes.
    public Dot nextDot(SiteId site) {
        return new Dot(site, count(site) + 1);
    }

    /// This vector after one more edit at that site.
    public VersionVector bump(SiteId site) {
        var bumped = new TreeMap<>(counts);
        bumped.merge(site, 1L, Long::sum);
        return new VersionVector(bumped);
    }

    public boolean hasSeen(Dot dot) {
        return count(dot.site()) >= dot.count();
    }

    /// The smallest vector that has seen what either has seen.
    public VersionVector join(VersionVector other) {
        var joined = new TreeMap<>(counts);
        other.counts.forEach((site, count) -> joined.merge(site, count, Math::max));
        return new VersionVector(joined);
    }

    public Order compareWith(VersionVector other) {
        boolean behind = hasMoreThan(other, this);
        boolean ahead = hasMoreThan(this, other);
        if (behind) {
            return ahead ? Order.CONCURRENT : Order.BEFORE;
        }
        return ahead ? Order.AFTER : Order.SAME;
    }

    private static boolean hasMoreThan(VersionVector one, VersionVector other) {
        for (Map.Entry<SiteId, Long> entry : one.counts.entrySet()) {
            if (entry.getValue() > other.count(entry.getKey())) {
                return true;
            }
        }
        return false;
    }

    /// The form kept in tables and sent to programs: `{"lyon":5,"paris":2}`, sites in order, no
    /// spaces.
    public String toJson() {
        var json = new StringBuilder("{");
        counts.forEach((site, count) ->
                json.append(json.length() == 1 ? "\"" : ",\"")
                        .append(site)
                        .append("\":")
                        .append(count));
        return json.append('}').toString();
    }

    /// Reads what [#toJson] wrote.
    ///
    /// @throws IllegalArgumentException for any other text
    public static VersionVector parse(String json) {
        if (json.length() < 2 || json.charAt(0) != '{' || json.charAt(json.length() - 1) != '}') {
            throw unreadable(json);
        }
        var counts = new TreeMap<SiteId, Long>();
        var inside = json.substring(1, json.length() - 1);
        for (var entry : inside.isEmpty() ? new String[0] : inside.split(",", -1)) {
            int end = entry.lastIndexOf("\":");
            if (end < 1 || entry.charAt(0) != '"') {
                throw unreadable(json);
            }
            counts.put(
                    new SiteId(entry.substring(1, end)), Long.parseLong(entry.substring(end + 2)));
        }
        return new VersionVector(counts);
    }

    private static IllegalArgumentException unreadable(String json) {
        return new IllegalArgumentException(
                "expected a version vector like {\"lyon\":5,\"paris\":2}, got '" + json + "'");
    }
}
