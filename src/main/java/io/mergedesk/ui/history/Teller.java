package io.mergedesk.ui.history;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Change;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.timeline.ChangeWords;
import io.mergedesk.ui.timeline.HistoryTime;
import io.mergedesk.ui.timeline.ValueWords;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Tells one reader about one record: names, times and values in their words.
record Teller(
        EntityType type,
        UserId reader,
        Function<UserId, String> names,
        HistoryTime time,
        ValueWords values) {

    String who(UserId person) {
        return person.equals(reader) ? "You" : names.apply(person);
    }

    String whoWithin(UserId person) {
        return person.equals(reader) ? "you" : names.apply(person);
    }

    String verb(Change change) {
        return ChangeWords.verb(change, type);
    }

    /// The changes in the order in which the record's form shows the fields.
    List<FieldChange> inOrder(List<FieldChange> changes) {
        var order = ChangeWords.inOrderOf(type);
        return changes.stream().sorted(Comparator.comparing(FieldChange::field, order)).toList();
    }

    /// "Phone: from 1 to 2", "Phone: set to 2, was empty", "Phone: cleared, was 1".
    String sentence(FieldChange change) {
        var label = type.labelOf(change.field()) + ": ";
        return switch (change) {
            case FieldChange.Filled(_, var to) ->
                    label + "set to " + quoted(values.of(to)) + ", was empty";
            case FieldChange.Replaced(_, var from, var to) ->
                    label + "from " + quoted(values.of(from)) + " to " + quoted(values.of(to));
            case FieldChange.Cleared(_, var from) ->
                    label + "cleared, was " + quoted(values.of(from));
        };
    }

    private static String quoted(String text) {
        return "“" + text + "”";
    }
}
