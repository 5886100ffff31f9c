package io.mergedesk.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list, and where to go on: null when that was the end.
record ListJson<T>(List<T> items, @Nullable String nextCursor) {

    ListJson {
        items = List.copyOf(items);
    }
}
