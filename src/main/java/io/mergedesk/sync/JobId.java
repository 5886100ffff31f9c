package io.mergedesk.sync;

import io.mergedesk.common.EntityId;
import java.util.UUID;

/// Which job: a UUID of version 7. The same on every attempt, so a receiver that keeps the ids it
/// has seen takes each job once.
public record JobId(UUID value) implements Comparable<JobId> {

    /// Reads the canonical 36-character form.
    ///
    /// @throws IllegalArgumentException when the text is not a UUID
    public static JobId parse(String text) {
        return new JobId(EntityId.parse(text).value());
    }

    /// In the order of entity ids.
    @Override
    public int compareTo(JobId other) {
        return new EntityId(value).compareTo(new EntityId(other.value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
