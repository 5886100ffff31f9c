package io.mergedesk.desk;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Duration;

/// One thing that conflicts of a list have in common.
public sealed interface Condition {

    record OfType(TypeName type) implements Condition {}

    record OfEntity(EntityId entity) implements Condition {}

    /// The field is among the contested ones, or where nobody was asked, among the merged ones.
    record OnField(FieldName field) implements Condition {}

    /// The edit is theirs, or it met an edit of theirs.
    record Involving(UserId person) implements Condition {}

    /// The edit is theirs.
    record By(UserId author) implements Condition {}

    record AssignedTo(UserId person) implements Condition {}

    /// Nobody is to decide it yet.
    record Unassigned() implements Condition {}

    record Urgency(Priority priority) implements Condition {}

    record Inspected(boolean inspected) implements Condition {}

    /// The edit came at least that long ago.
    record OlderThan(Duration age) implements Condition {}

    /// How the edit came in.
    record CameBy(Origin origin) implements Condition {}

    /// Settled together, by one rule.
    record InBatch(BatchId batch) implements Condition {}

    /// What it is called in addresses; there is at most one condition of each name in a list.
    default String name() {
        return switch (this) {
            case OfType _ -> "type";
            case OfEntity _ -> "entity";
            case OnField _ -> "field";
            case Involving _ -> "person";
            case By _ -> "author";
            case AssignedTo _, Unassigned _ -> "assignee";
            case Urgency _ -> "priority";
            case Inspected _ -> "inspected";
            case OlderThan _ -> "age";
            case CameBy _ -> "origin";
            case InBatch _ -> "batch";
        };
    }
}
