package io.mergedesk.transfer;

import io.mergedesk.common.FieldName;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Makes names that programs can use out of the headers of a file: `Phone (work)` becomes
/// `phone_work`.
final class HeaderName {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^_+|_+$");
    private static final int LONGEST = 56;

    private HeaderName() {}

    /// A name that is none of those taken, whatever their letter case.
    static FieldName of(String header, Set<String> takenInLowerCase) {
        var base = identifier(header, "field");
        var name = base;
        for (int n = 2; takenInLowerCase.contains(name); n++) {
            name = base + "_" + n;
        }
        return new FieldName(name);
    }

    static String identifier(String header, String otherwise) {
        var plain = MARKS.matcher(Normalizer.normalize(header, Normalizer.Form.NFD)).replaceAll("");
        var joined =
                EDGES.matcher(GAPS.matcher(plain).replaceAll("_"))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        if (joined.isEmpty()) {
            return otherwise;
        }
        var begun = Character.isLetter(joined.charAt(0)) ? joined : otherwise + "_" + joined;
        return begun.length() > LONGEST ? begun.substring(0, LONGEST) : begun;
    }
}
