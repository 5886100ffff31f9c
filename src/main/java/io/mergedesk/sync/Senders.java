package io.mergedesk.sync;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who speaks to targets, by their kind.
final class Senders {

    private final Map<TargetKind, Sender> byKind = new EnumMap<>(TargetKind.class);

    /// @param all the first of a kind counts
    Senders(List<Sender> all) {
        all.forEach(sender -> byKind.putIfAbsent(sender.kind(), sender));
    }

    Sender of(Target target) {
        var kind = target.definition().kind();
        return Optional.ofNullable(byKind.get(kind))
                .orElseThrow(() ->
                        new IllegalStateException(
                                "expected somebody who speaks to targets of the kind "
                                        + kind.wireName()));
    }
}
