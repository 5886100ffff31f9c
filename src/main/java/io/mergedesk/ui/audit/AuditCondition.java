package io.mergedesk.ui.audit;

import io.mergedesk.audit.AuditAction;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.LocalDate;

/// One thing that the trail is narrowed by: a chip on the screen, a parameter in the address.
sealed interface AuditCondition {

    record Saying(String words) implements AuditCondition {}

    record By(UserId person) implements AuditCondition {}

    record OfType(TypeName type) implements AuditCondition {}

    record OfEntity(EntityId entity) implements AuditCondition {}

    record OnField(FieldName field) implements AuditCondition {}

    record CameBy(Origin origin) implements AuditCondition {}

    record Doing(AuditAction action) implements AuditCondition {}

    record During(AuditSpan span) implements AuditCondition {}

    /// From the beginning of that day of the reader.
    record From(LocalDate day) implements AuditCondition {}

    /// Until the end of that day of the reader.
    record To(LocalDate day) implements AuditCondition {}

    record ConflictsOnly() implements AuditCondition {}

    /// The query that asks for this too.
    default AuditQuery narrow(AuditQuery query, AuditTimes times) {
        return switch (this) {
            case Saying(var words) -> query.saying(words);
            case By(var person) -> query.by(person);
            case OfType(var type) -> query.of(type);
            case OfEntity(var entity) -> query.of(entity);
            case OnField(var field) -> query.changing(field);
            case CameBy(var origin) -> query.comingBy(origin);
            case Doing(var action) -> query.doing(action);
            case During(var span) -> query.since(span.start(times));
            case From(var day) -> query.since(times.startOf(day));
            case To(var day) -> query.until(times.startOf(day.plusDays(1)));
            case ConflictsOnly _ -> query.onlyConflicts();
        };
    }
}
