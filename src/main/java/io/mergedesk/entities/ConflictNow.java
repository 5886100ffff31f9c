package io.mergedesk.entities;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.Merge;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// A conflict, and its edit merged with what is there.
///
/// Of an open conflict that is the entity as it is now; of a settled one, as it was when it was
/// settled, so that the decision can be followed.
///
/// @param current the entity as it is now
/// @param base the revision that the author of the edit had read
/// @param merge theirs is [ConflictNow#seen()], mine is the edit
/// @param seen the revision that the merge is with
/// @param theirs who wrote the others' value of each field that they changed since the base, last
public record ConflictNow(
        Conflict conflict,
        EntityType type,
        Entity current,
        Entity base,
        Merge merge,
        Revision seen,
        SortedMap<FieldName, Written> theirs) {

    /// Who wrote a value, when, how, and with which revision.
    public record Written(UserId by, Instant at, Origin origin, Revision revision) {}

    public ConflictNow {
        theirs = Collections.unmodifiableSortedMap(new TreeMap<>(theirs));
    }
}
