package io.mergedesk.audit;

import java.util.UUID;

/// Which erasing.
public record ErasureId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
