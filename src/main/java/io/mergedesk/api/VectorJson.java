package io.mergedesk.api;

import io.mergedesk.conflicts.VersionVector;
import java.util.Map;
import java.util.TreeMap;

/// A version vector as programs see it: site to count.
final class VectorJson {

    private VectorJson() {}

    static Map<String, Long> of(VersionVector vector) {
        var counts = new TreeMap<String, Long>();
        vector.counts().forEach((site, count) -> counts.put(site.value(), count));
        return counts;
    }
}
