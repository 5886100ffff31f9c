package io.mergedesk.entities;

import java.util.List;
import java.util.Optional;

/// Some entities of a list, and where to go on; no cursor means that was the end. A page may be
/// short, even empty, and go on: so far was looked, and more may come.
public record EntityPage(List<Entity> items, Optional<Cursor> next) {

    public EntityPage {
        items = List.copyOf(items);
    }
}
