package io.mergedesk.ui.merge;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.Reading;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Choice.HunkChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Choices as short texts, such as `mine`, `value 555-9000` or `hunks 1=theirs 4=mine-then-theirs`:
/// how a draft keeps them.
final class ChoiceText {

    private static final String VALUE = "value ";
    private static final String HUNKS = "hunks ";

    private ChoiceText() {}

    static String write(Choice choice) {
        return switch (choice) {
            case Choice.Whole whole -> word(whole);
            case Choice.Value(var value) -> VALUE + (value == null ? "" : FieldText.write(value));
            case Choice.Hunks(var byPlace) ->
                    HUNKS
                            + byPlace.entrySet().stream()
                                    .map(one -> one.getKey() + "=" + word(one.getValue()))
                                    .collect(Collectors.joining(" "));
        };
    }

    /// Empty for what is no choice, or none for a field of that kind.
    static Optional<Choice> read(FieldKind kind, String text) {
        if (text.startsWith(VALUE)) {
            return switch (FieldText.read(kind, text.substring(VALUE.length()))) {
                case Reading.Value(var value) -> Optional.of(new Choice.Value(value));
                case Reading.Nothing _ -> Optional.of(new Choice.Value(null));
                case Reading.Wrong _ -> Optional.empty();
            };
        }
        return text.startsWith(HUNKS)
                ? hunks(text.substring(HUNKS.length()))
                : one(Choice.Whole.values(), text).map(Choice.class::cast);
    }

    private static Optional<Choice> hunks(String text) {
        var byPlace = new TreeMap<Integer, HunkChoice>();
        for (var part : text.split(" ", -1)) {
            int is = part.indexOf('=');
            var choice = one(HunkChoice.values(), part.substring(is + 1));
            if (is < 1 || is > 6 || choice.isEmpty() || !isNumber(part.substring(0, is))) {
                return Optional.empty();
            }
            byPlace.put(Integer.parseInt(part.substring(0, is)), choice.get());
        }
        return Optional.of(new Choice.Hunks(byPlace));
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(one -> one >= '0' && one <= '9');
    }

    private static <E extends Enum<E>> Optional<E> one(E[] all, String word) {
        return Arrays.stream(all).filter(one -> word(one).equals(word)).findFirst();
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
