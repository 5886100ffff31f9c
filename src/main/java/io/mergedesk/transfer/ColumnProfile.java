package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What the cells of one column look like, gathered while the file is read once.
final class ColumnProfile {

    private static final int MOST_CHOICES = 20;
    private static final int FEWEST_CELLS = 12;
    private static final int LONGEST_CHOICE = 60;
    private static final int LONG = 200;
    private static final int SAMPLES = 4;
    private static final Pattern NEVER_NUMBERS =
            Pattern.compile(
                    "(?i).*(?:\\b|_)(?:zip|plz|postal|post ?code|postcode|phone|telephone|tel|fax"
                            + "|mobile|iban|isbn|ean|vat|ssn)(?:\\b|_).*");
    private static final Pattern PHONE_NUMBER = Pattern.compile("(?i)phonecode|phone.?number");

    private final String header;
    private final FormatTrials trials = new FormatTrials();
    private final DecimalSigns decimals = new DecimalSigns();
    private final Map<String, Integer> distinct = new LinkedHashMap<>();
    private final List<String> samples = new ArrayList<>();
    private int filled;
    private int longest;
    private boolean severalLines;
    private boolean bothAnswers;
    private boolean wordAnswers;
    private String firstAnswer = "";

    ColumnProfile(String header) {
        this.header = header;
    }

    void add(String raw) {
        var cell = raw.strip();
        if (cell.isEmpty()) {
            return;
        }
        filled++;
        longest = Math.max(longest, cell.length());
        severalLines |= cell.indexOf('\n') >= 0;
        if (samples.size() < SAMPLES && !samples.contains(cell)) {
            samples.add(cell);
        }
        if (distinct.size() <= MOST_CHOICES) {
            distinct.merge(cell, 1, Integer::sum);
        }
        trials.add(cell);
        decimals.add(cell, trials);
        trials.last(CellFormat.YES_NO).ifPresent(answer -> answered(cell, answer));
    }

    private void answered(String cell, String answer) {
        bothAnswers |= !firstAnswer.isEmpty() && !firstAnswer.equals(answer);
        firstAnswer = answer;
        wordAnswers |= cell.length() > 1;
    }

    /// More than zero when the decimals of this column are surely written with a comma, less when
    /// with a point.
    int leaning() {
        return decimals.leaning();
    }

    Column column(int index, Habits habits) {
        var kind = kind(habits);
        var formats = new EnumMap<FieldKind, CellFormat>(FieldKind.class);
        var alternatives = new EnumMap<FieldKind, List<CellFormat>>(FieldKind.class);
        for (var one : FieldKind.values()) {
            formats.put(one, best(one, habits));
            alternatives.put(one, trials.alternatives(one));
        }
        return new Column(
                index,
                header,
                filled,
                samples,
                kind,
                kind == FieldKind.CHOICE ? List.copyOf(distinct.keySet()) : List.of(),
                formats,
                alternatives);
    }

    private CellFormat best(FieldKind kind, Habits habits) {
        return trials.best(kind, habits, leaning());
    }

    private FieldKind kind(Habits habits) {
        if (filled == 0) {
            return FieldKind.TEXT;
        }
        for (var kind :
                List.of(
                        FieldKind.YES_NO,
                        FieldKind.NUMBER,
                        FieldKind.MONEY,
                        FieldKind.DATE,
                        FieldKind.DATE_TIME,
                        FieldKind.EMAIL,
                        FieldKind.URL,
                        FieldKind.REFERENCE)) {
            var format = best(kind, habits);
            if (format != CellFormat.PLAIN && trials.readsAll(format) && isMeant(kind)) {
                return kind;
            }
        }
        if (severalLines || longest > LONG) {
            return FieldKind.LONG_TEXT;
        }
        return looksLikeChoices() ? FieldKind.CHOICE : FieldKind.TEXT;
    }

    private boolean isMeant(FieldKind kind) {
        return switch (kind) {
            case YES_NO -> bothAnswers || wordAnswers;
            case NUMBER ->
                    !NEVER_NUMBERS.matcher(header).matches()
                            && !PHONE_NUMBER.matcher(header).find();
            default -> true;
        };
    }

    private boolean looksLikeChoices() {
        return filled >= FEWEST_CELLS
                && distinct.size() >= 2
                && distinct.size() <= MOST_CHOICES
                && filled >= 4 * distinct.size()
                && longest <= LONGEST_CHOICE
                && distinct.keySet().stream().noneMatch(cell -> cell.contains(";"))
                && distinct.keySet().stream()
                                .map(cell -> cell.toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        == distinct.size();
    }
}
