package io.mergedesk.desk;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.TypeName;
import java.time.Instant;
import java.util.UUID;

/// Something a person is told, as they see it now.
public sealed interface InboxEntry permits Told, Digest {

    /// Sorts by time, and names the place in the list.
    UUID id();

    EntityId entity();

    TypeName type();

    /// What the entity is called now.
    String title();

    Instant at();

    boolean unread();
}
