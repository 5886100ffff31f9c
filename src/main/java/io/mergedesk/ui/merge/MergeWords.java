package io.mergedesk.ui.merge;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Contest;
import io.mergedesk.conflicts.Merge;
import io.mergedesk.conflicts.Party;
import io.mergedesk.conflicts.Rule;
import io.mergedesk.conflicts.Suggestion;
import io.mergedesk.entities.EntityType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What happened to a field, and what may become of it, in plain sentences.
///
/// @param values a value as the reader reads it; empty text for none
record MergeWords(
        EntityType type, Merge merge, Sides sides, Function<@Nullable FieldValue, String> values) {

    /// A longer value is not quoted within a sentence.
    private static final int QUOTED = 70;

    /// 'You changed Phone to “555-9000”. Anna changed it to “555-7777”.'
    String sentence(Question question) {
        var sentences = new ArrayList<String>();
        boolean said = false;
        for (var party : List.of(Party.MINE, Party.THEIRS)) {
            var changed =
                    question.fields().stream()
                            .filter(field -> merge.of(field).isChangedBy(party))
                            .toList();
            if (!changed.isEmpty()) {
                boolean again = said && question.fields().size() == 1;
                sentences.add(
                        subject(party, question, said)
                                + " "
                                + joined(
                                        changed.stream()
                                                .map(field -> did(party, field, again))
                                                .toList())
                                + ".");
                said = true;
            }
        }
        return String.join(" ", sentences);
    }

    private String subject(Party party, Question question, boolean second) {
        if (!sides.isOnePersons(question)) {
            return sides.who(party, question);
        }
        return second ? "A saved edit of the same person" : sides.author();
    }

    private String did(Party party, FieldName field, boolean again) {
        var outcome = merge.of(field);
        var label = again ? "it" : type.labelOf(field);
        var value = values.apply(outcome.of(party));
        if (outcome.of(party) == null) {
            return "cleared " + label;
        }
        var verb = outcome.base() == null ? "set " : "changed ";
        return value.length() > QUOTED || value.indexOf('\n') >= 0
                ? verb + label + (again ? " too" : "")
                : verb + label + " to “" + value + "”";
    }

    static String joined(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }

    /// Why nobody but a person may decide; empty where the sentence says it.
    String why(Question question) {
        if (question.group().isPresent()) {
            return "These fields belong together: one side is taken whole, or you edit them.";
        }
        return merge.of(question.first()) instanceof Contest contest
                ? switch (contest.reason()) {
                    case DIFFERENT, BOTH_FILLED, BOTH_CREATED, GROUP -> "";
                    case SAME_WORDS -> "Both changed the same words, or words beside each other.";
                    case REPLACED_DIFFERENTLY -> "Each replaced the same choice by another one.";
                    case CLEARED -> "One cleared what the other changed.";
                    case POLICY -> "This field is always decided by a person.";
                }
                : "";
    }

    /// "Suggested: yours, newer by 3 minutes".
    String suggested(Question question, Suggestion suggestion) {
        return "Suggested: "
                + chosen(question, suggestion.choice())
                + ", "
                + switch (suggestion.why()) {
                    case NEWER -> "newer by " + apart(question);
                    case CONTAINS_THE_OTHER -> "it has all that the other has";
                    case BOTH_ADDED -> "each only added something";
                };
    }

    private String apart(Question question) {
        Instant mine = sides.now().conflict().edit().at();
        long seconds =
                Math.abs(java.time.Duration.between(mine, sides.theirs(question).at()).toSeconds());
        if (seconds < 90) {
            return count(Math.max(1, seconds), "second");
        }
        if (seconds < 90 * 60) {
            return count(Math.round(seconds / 60.0), "minute");
        }
        return seconds < 36 * 3600
                ? count(Math.round(seconds / 3600.0), "hour")
                : count(Math.round(seconds / 86400.0), "day");
    }

    static String count(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /// Of a result: "yours", "both", "edited".
    String chosen(Question question, Choice choice) {
        return switch (choice) {
            case Choice.Whole whole ->
                    switch (whole) {
                        case MINE -> sides.whose(Party.MINE, question);
                        case THEIRS -> sides.whose(Party.THEIRS, question);
                        case BASE -> "as it was";
                        case BOTH -> "both";
                    };
            case Choice.Value _ -> "edited";
            case Choice.Hunks _ -> "piece by piece";
        };
    }

    /// How a field came to its value without asking.
    String ruled(Question question) {
        var rules = new HashSet<Rule>();
        question.fields().forEach(field -> rules.add(merge.of(field).rule()));
        return rules.size() == 1
                ? ruled(question, rules.iterator().next())
                : "both sides fit together";
    }

    String ruled(Question question, Rule rule) {
        return switch (rule) {
            case UNTOUCHED -> "nobody changed it";
            case MINE_ONLY ->
                    "only " + sides.nameWithin(sides.by(Party.MINE, question)) + " changed it";
            case THEIRS_ONLY ->
                    "only " + sides.nameWithin(sides.by(Party.THEIRS, question)) + " changed it";
            case SAME -> "both changed it to the same";
            case MEMBERS -> "what either added or removed";
            case WORDS -> "both changed other words of it";
            case SUM -> "both amounts count";
            case NEWEST -> "the later one";
            case REFUSED -> "may not be changed any more";
            case CONTESTED -> "decided by a person";
        };
    }

    /// "+2,000", of a number or an amount in the same currency; empty where it says nothing.
    Optional<String> delta(FieldName field, @Nullable FieldValue value) {
        return Difference.of(merge.of(field).base(), value, values);
    }

    boolean isText(FieldName field) {
        var kind = merge.policy().of(field).kind();
        return kind == FieldKind.TEXT || kind == FieldKind.LONG_TEXT;
    }

    /// For those who hear the page: what is asked, and what is decided.
    String spoken(Question question, Deciding deciding) {
        var label = question.label(type);
        if (deciding.isOpen(question)) {
            return label + ", open. " + sentence(question);
        }
        var results =
                question.fields().stream()
                        .map(deciding::result)
                        .flatMap(Optional::stream)
                        .map(Chosen.Value::value)
                        .map(value -> value == null ? "empty" : values.apply(value))
                        .filter(Objects::nonNull)
                        .toList();
        return label + ": " + String.join(", ", results) + ". " + sentence(question);
    }
}
