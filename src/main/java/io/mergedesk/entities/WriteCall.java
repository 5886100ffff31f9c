package io.mergedesk.entities;

import io.mergedesk.common.UserId;
import java.util.List;
import java.util.Optional;

/// Edits that one author hands over together, in their order.
record WriteCall(List<Edit> edits, Author author) {

    WriteCall {
        edits = List.copyOf(edits);
    }

    /// What makes it the same request as another one.
    Optional<RequestKey> key() {
        return author.idempotencyKey().map(key -> new RequestKey(author.actor().id(), key));
    }

    record RequestKey(UserId author, String key) {}
}
