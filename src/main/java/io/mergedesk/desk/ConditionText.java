package io.mergedesk.desk;

import io.mergedesk.common.BatchId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Conditions as they stand in addresses: `type=contacts`, `assignee=nobody`, `age=P1D`.
public final class ConditionText {

    /// Every name a condition may have.
    public static final List<String> NAMES =
            List.of(
                    "type",
                    "entity",
                    "field",
                    "person",
                    "author",
                    "assignee",
                    "priority",
                    "inspected",
                    "age",
                    "origin",
                    "batch");

    private static final String NOBODY = "nobody";
    private static final String ME = "me";

    private ConditionText() {}

    public static String write(Condition condition) {
        return switch (condition) {
            case Condition.OfType(var type) -> type.value();
            case Condition.OfEntity(var entity) -> entity.toString();
            case Condition.OnField(var field) -> field.value();
            case Condition.Involving(var person) -> person.value();
            case Condition.By(var author) -> author.value();
            case Condition.AssignedTo(var person) -> person.value();
            case Condition.Unassigned _ -> NOBODY;
            case Condition.Urgency(var priority) -> priority.wireName();
            case Condition.Inspected(var inspected) -> Boolean.toString(inspected);
            case Condition.OlderThan(var age) -> age.toString();
            case Condition.CameBy(var origin) -> origin.wireName();
            case Condition.InBatch(var batch) -> batch.toString();
        };
    }

    /// Reads what [#write] wrote; empty for a name or a text that is none.
    ///
    /// @param me whom "me" means
    public static Optional<Condition> read(String name, String text, UserId me) {
        try {
            return Optional.ofNullable(
                    switch (name) {
                        case "type" -> new Condition.OfType(new TypeName(text));
                        case "entity" -> new Condition.OfEntity(EntityId.parse(text));
                        case "field" -> new Condition.OnField(new FieldName(text));
                        case "person" -> new Condition.Involving(person(text, me));
                        case "author" -> new Condition.By(person(text, me));
                        case "assignee" ->
                                text.equals(NOBODY)
                                        ? new Condition.Unassigned()
                                        : new Condition.AssignedTo(person(text, me));
                        case "priority" ->
                                Priority.parse(text).map(Condition.Urgency::new).orElse(null);
                        case "inspected" ->
                                text.equals("true") || text.equals("false")
                                        ? new Condition.Inspected(text.equals("true"))
                                        : null;
                        case "age" -> age(Duration.parse(text));
                        case "origin" -> new Condition.CameBy(Origin.parse(text));
                        case "batch" ->
                                new Condition.InBatch(new BatchId(EntityId.parse(text).value()));
                        default -> null;
                    });
        } catch (IllegalArgumentException | DateTimeException _) {
            return Optional.empty();
        }
    }

    /// What is expected of a condition of that name, for people who sent something else.
    public static String expectation(String name) {
        return switch (name) {
            case "type" -> "the name of a type";
            case "entity", "batch" -> "a UUID";
            case "field" -> "the name of a field";
            case "person", "author" -> "an account name, or me";
            case "assignee" -> "an account name, me, or nobody";
            case "priority" -> "critical, high, medium or low";
            case "inspected" -> "true or false";
            case "age" -> "a duration like PT4H or P1D";
            case "origin" -> "ui, api, import, offline, site, merge or restore";
            default -> "one of " + String.join(", ", NAMES);
        };
    }

    private static UserId person(String text, UserId me) {
        return text.equals(ME) ? me : new UserId(text);
    }

    private static Condition age(Duration age) {
        // longer is no age of anything here, and no date can be reckoned from it
        if (age.isNegative() || age.toDays() > 36_500) {
            throw new IllegalArgumentException("expected an age of up to a hundred years");
        }
        return new Condition.OlderThan(age);
    }
}
