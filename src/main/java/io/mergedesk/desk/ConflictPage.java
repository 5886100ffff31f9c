package io.mergedesk.desk;

import io.mergedesk.conflicts.Conflict;
import java.util.List;
import java.util.Optional;

/// Some conflicts of a list, and where to go on; no cursor means that was the end.
public record ConflictPage(List<Conflict> items, Optional<ConflictCursor> next) {

    public ConflictPage {
        items = List.copyOf(items);
    }
}
