package io.mergedesk.ui.records;

import java.util.List;

/// What others changed since the last look: fields that I had not touched, and fields that I had.
record News(List<Theirs> updated, List<Theirs> contested) {

    News {
        updated = List.copyOf(updated);
        contested = List.copyOf(contested);
    }

    boolean isEmpty() {
        return updated.isEmpty() && contested.isEmpty();
    }
}
