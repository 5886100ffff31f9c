package io.mergedesk.audit;

import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What to find in the audit trail; every condition that is given has to be met.
///
/// @param person who did it
/// @param field what an edit changed
/// @param from the earliest time, included
/// @param to the first time that is too late
/// @param conflictsOnly what was parked, decided, reopened, overridden or merged
/// @param words each must begin some word of old and new values, names, reasons or details
public record AuditQuery(
        Optional<UserId> person,
        Optional<TypeName> type,
        Optional<EntityId> entity,
        Optional<FieldName> field,
        Optional<Origin> origin,
        Optional<AuditAction> action,
        Optional<Instant> from,
        Optional<Instant> to,
        boolean conflictsOnly,
        String words) {

    /// Everything.
    public static final AuditQuery ALL = with(_ -> {});

    public AuditQuery by(UserId newPerson) {
        return change(copy -> copy.person = Optional.of(newPerson));
    }

    public AuditQuery of(TypeName newType) {
        return change(copy -> copy.type = Optional.of(newType));
    }

    public AuditQuery of(EntityId newEntity) {
        return change(copy -> copy.entity = Optional.of(newEntity));
    }

    public AuditQuery changing(FieldName newField) {
        return change(copy -> copy.field = Optional.of(newField));
    }

    public AuditQuery comingBy(Origin newOrigin) {
        return change(copy -> copy.origin = Optional.of(newOrigin));
    }

    public AuditQuery doing(AuditAction newAction) {
        return change(copy -> copy.action = Optional.of(newAction));
    }

    public AuditQuery since(Instant newFrom) {
        return change(copy -> copy.from = Optional.of(newFrom));
    }

    public AuditQuery until(Instant newTo) {
        return change(copy -> copy.to = Optional.of(newTo));
    }

    public AuditQuery onlyConflicts() {
        return change(copy -> copy.conflictsOnly = true);
    }

    public AuditQuery saying(String newWords) {
        return change(copy -> copy.words = newWords);
    }

    /// Whether that log may hold anything that is asked for.
    public boolean concerns(ChainName log) {
        return switch (log) {
            case CHANGES -> action.map(AuditAction::isEdit).orElse(true);
            case TRAIL ->
                    field.isEmpty()
                            && origin.isEmpty()
                            && action.map(one -> !one.isEdit()).orElse(true);
        };
    }

    /// The conditions in words, for a person: `person anna, type contacts`.
    public String describe() {
        var conditions = new ArrayList<String>();
        person.ifPresent(one -> conditions.add("person " + one));
        type.ifPresent(one -> conditions.add("type " + one));
        entity.ifPresent(one -> conditions.add("entity " + one));
        field.ifPresent(one -> conditions.add("field " + one));
        origin.ifPresent(one -> conditions.add("origin " + one.wireName()));
        action.ifPresent(one -> conditions.add("action " + one));
        from.ifPresent(one -> conditions.add("from " + one));
        to.ifPresent(one -> conditions.add("to " + one));
        if (conflictsOnly) {
            conditions.add("conflicts only");
        }
        if (!words.isBlank()) {
            conditions.add("text " + words);
        }
        return conditions.isEmpty() ? "everything" : String.join(", ", conditions);
    }

    /// Whether all conditions are met.
    public boolean matches(AuditItem item) {
        return isMet(from, time -> !item.at().isBefore(time))
                && isMet(to, item.at()::isBefore)
                && hasAllTerms(item);
    }

    private boolean hasAllTerms(AuditItem item) {
        var needed = AuditTerms.needed(this);
        if (needed.isEmpty()) {
            return true;
        }
        var terms = AuditTerms.of(item);
        return needed.stream().allMatch(one -> terms.stream().anyMatch(one::isMetBy));
    }

    private static <T> boolean isMet(Optional<T> condition, Predicate<T> test) {
        return condition.map(test::test).orElse(true);
    }

    private AuditQuery change(Consumer<Copy> change) {
        return with(copy -> {
            copy.person = person;
            copy.type = type;
            copy.entity = entity;
            copy.field = field;
            copy.origin = origin;
            copy.action = action;
            copy.from = from;
            copy.to = to;
            copy.conflictsOnly = conflictsOnly;
            copy.words = words;
            change.accept(copy);
        });
    }

    private static AuditQuery with(Consumer<Copy> change) {
        var copy = new Copy();
        change.accept(copy);
        return new AuditQuery(
                copy.person,
                copy.type,
                copy.entity,
                copy.field,
                copy.origin,
                copy.action,
                copy.from,
                copy.to,
                copy.conflictsOnly,
                copy.words);
    }

    private static final class Copy {
        private Optional<UserId> person = Optional.empty();
        private Optional<TypeName> type = Optional.empty();
        private Optional<EntityId> entity = Optional.empty();
        private Optional<FieldName> field = Optional.empty();
        private Optional<Origin> origin = Optional.empty();
        private Optional<AuditAction> action = Optional.empty();
        private Optional<Instant> from = Optional.empty();
        private Optional<Instant> to = Optional.empty();
        private boolean conflictsOnly;
        private String words = "";
    }
}
