package io.mergedesk.desk;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/// All that others did to a followed entity since its reader last saw it, told as one; it grows
/// until it is read.
///
/// @param people who did it, whoever was last first
/// @param fields which fields they changed
/// @param count how many changes these were
/// @param complete false when there were more than are looked at, see [Digests#MOST]
/// @param deleted whether it is deleted now
/// @param from the last revision that the reader had seen
/// @param to the last of theirs
public record Digest(
        UUID id,
        EntityId entity,
        TypeName type,
        String title,
        List<UserId> people,
        SortedSet<FieldName> fields,
        int count,
        boolean complete,
        boolean deleted,
        Revision from,
        Revision to,
        Instant at,
        boolean unread)
        implements InboxEntry {

    public Digest {
        people = List.copyOf(people);
        fields = Collections.unmodifiableSortedSet(new TreeSet<>(fields));
    }
}
