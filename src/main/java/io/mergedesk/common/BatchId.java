package io.mergedesk.common;

import java.util.UUID;

/// Many edits made as one, such as an import; what is undone as one.
public record BatchId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
