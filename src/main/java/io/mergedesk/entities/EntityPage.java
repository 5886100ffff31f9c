package io.mergedesk.entities;

import java.util.List;
import java.util.Optional;

/// Some entities of a list, and where to go on; no cursor means that was the end.
public record EntityPage(List<Entity> items, Optional<Cursor> next) {

    public EntityPage {
        items = List.copyOf(items);
    }
}
