package io.mergedesk.ui.types;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names for programs, made from what people call things.
final class DerivedName {

    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int LONGEST = 60;

    private DerivedName() {}

    /// "Office équipement" is `office-equipement`: it stands in addresses.
    static String ofType(String label, Collection<String> taken) {
        return free(fit(String.join("-", words(label))), "type", taken);
    }

    /// "Phone number" is `phoneNumber`.
    static String ofField(String label, Collection<String> taken) {
        var name = new StringBuilder();
        for (var word : words(label)) {
            name.append(
                    name.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return free(fit(name.toString()), "field", taken);
    }

    private static List<String> words(String label) {
        var plain = MARKS.matcher(Normalizer.normalize(label, Normalizer.Form.NFD)).replaceAll("");
        return Arrays.stream(NOT_PLAIN.split(plain, -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String fit(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static String free(String name, String otherwise, Collection<String> taken) {
        var start = !name.isEmpty() && Character.isLetter(name.charAt(0)) ? name : otherwise + name;
        var free = start;
        for (int number = 2; isTaken(free, taken); number++) {
            free = start + number;
        }
        return free;
    }

    private static boolean isTaken(String name, Collection<String> taken) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }
}
