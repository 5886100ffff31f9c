package io.mergedesk.ui.desk;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.desk.Advice;
import io.mergedesk.desk.Condition;
import io.mergedesk.desk.ConflictOrder;
import io.mergedesk.desk.ConflictStatus;
import io.mergedesk.desk.SettlingRule;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.Viewer;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the desk says of conflicts, in plain words.
///
/// @param names what people are called
/// @param types what types are called
record DeskWords(
        Function<UserId, String> names,
        Function<TypeName, String> types,
        Function<FieldName, String> fields) {

    static DeskWords of(Viewer viewer) {
        var types = viewer.services().types();
        return new DeskWords(
                viewer.services().names()::of,
                name -> types.find(name).map(EntityType::label).orElse(name.value()),
                field ->
                        types.all().stream()
                                .filter(type -> type.field(field).isPresent())
                                .findFirst()
                                .map(type -> type.labelOf(field))
                                .orElse(field.value()));
    }

    static String of(ConflictStatus status) {
        return switch (status) {
            case OPEN -> "Open";
            case SETTLED -> "Settled";
            case AUTOMATIC -> "Automatic merges";
        };
    }

    static String of(ConflictOrder order) {
        return switch (order) {
            case NEWEST -> "Newest first";
            case OLDEST -> "Oldest first";
            case URGENT -> "Most urgent first";
        };
    }

    static String of(Priority priority) {
        var word = priority.wireName();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String of(Origin origin) {
        return switch (origin) {
            case UI -> "on a screen";
            case API -> "through the API";
            case IMPORT -> "with an import";
            case OFFLINE -> "while offline";
            case SITE -> "at another site";
            case MERGE -> "in a merge";
            case RESTORE -> "by restoring";
        };
    }

    /// A condition as it stands on its chip.
    String of(Condition condition) {
        return switch (condition) {
            case Condition.OfType(var type) -> "Type: " + types.apply(type);
            case Condition.OfEntity _ -> "One record";
            case Condition.OnField(var field) -> "Field: " + fields.apply(field);
            case Condition.Involving(var person) -> "Person: " + names.apply(person);
            case Condition.By(var author) -> "Edited by: " + names.apply(author);
            case Condition.AssignedTo(var person) -> "Assigned to: " + names.apply(person);
            case Condition.Unassigned _ -> "Assigned to nobody";
            case Condition.Urgency(var priority) -> "Priority: " + priority.wireName();
            case Condition.Inspected(var inspected) -> inspected ? "Inspected" : "Not inspected";
            case Condition.OlderThan(var age) -> "Older than " + length(age);
            case Condition.CameBy(var origin) -> "Came in " + of(origin);
            case Condition.InBatch _ -> "Settled together";
        };
    }

    /// A length of time, roughly: "3 hours".
    static String length(Duration time) {
        if (time.toDays() > 0) {
            return count(time.toDays(), "day");
        }
        return time.toHours() > 0
                ? count(time.toHours(), "hour")
                : count(Math.max(1, time.toMinutes()), "minute");
    }

    static String count(long number, String unit) {
        return "%,d %s".formatted(number, number == 1 ? unit : unit + "s");
    }

    /// What is suggested: "Use Ben's".
    ///
    /// @param mine whose edit waits
    /// @param theirs who wrote what is there
    String of(Advice advice, UserId mine, Collection<UserId> theirs) {
        return switch (advice.choice()) {
            case MINE -> "Use " + possessive(names.apply(mine));
            case THEIRS ->
                    theirs.size() == 1
                            ? "Use " + possessive(names.apply(theirs.iterator().next()))
                            : "Keep what is there";
            case BOTH -> "Use both";
            case BASE -> "Use what was there before";
        };
    }

    /// Why that is likely.
    static String why(Advice advice) {
        return switch (advice.reason()) {
            case CONTAINS_THE_OTHER -> "has all of the other";
            case BOTH_ADDED -> "both only added";
            case BETTER_SOURCE ->
                    advice.choice() == Choice.Whole.MINE || advice.choice() == Choice.Whole.THEIRS
                            ? "the better source"
                            : "equal sources";
            case NEWER -> "newer";
        };
    }

    static String possessive(String name) {
        return name.endsWith("s") ? name + "’" : name + "’s";
    }

    /// Who or what decided, in a few words.
    String of(Settlement settlement) {
        var name = names.apply(settlement.by());
        return switch (settlement.how()) {
            case PERSON -> name + " decided";
            case RULE -> name + " applied a rule";
            case AUTOMATIC -> "Merged without asking";
            case OVERTAKEN -> "Overtaken by an edit of " + name;
        };
    }

    String of(SettlingRule rule) {
        return switch (rule) {
            case SettlingRule.Newest _ -> "the newest wins";
            case SettlingRule.SideOf(var person) -> names.apply(person) + " wins";
            case SettlingRule.MergeAgain _ -> "merged again";
            case SettlingRule.Sources _ -> "the better source wins";
        };
    }

    /// The labels of fields, in the order of their names.
    static String labels(Collection<FieldName> fields, EntityType type) {
        return fields.stream().map(type::labelOf).collect(Collectors.joining(", "));
    }
}
