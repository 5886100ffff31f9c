package io.mergedesk.storage.jooq;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.common.EntityId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// One of the two logs, as its index reads it. Places are sequences.
interface AuditSource {

    /// Which it is in the tables of the index.
    byte number();

    /// The last place that is committed.
    long head();

    /// What stands below a place and not below another, newest first.
    List<AuditItem> between(long notBelow, long below, int limit);

    /// What stands at those places, newest first.
    List<AuditItem> at(Collection<Long> places);

    /// What happened to an entity below a place, newest first; empty where only the index knows.
    Optional<List<AuditItem>> ofEntity(EntityId entity, long below, int limit);
}
