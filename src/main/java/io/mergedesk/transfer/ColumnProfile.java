package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.Reading;
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
    private static final int MISSES = 20;
    private static final int SAMPLES = 4;
    private static final Pattern NEVER_NUMBERS =
            Pattern.compile(
                    "(?i).*(?:\\b|_)(?:zip|plz|postal|post ?code|postcode|phone|telephone|tel|fax"
                            + "|mobile|iban|isbn|ean|vat|ssn)(?:\\b|_).*");
    private static final Pattern PHONE_NUMBER = Pattern.compile("(?i)phonecode|phone.?number");

    private final String header;
    private final EnumMap<CellFormat, int[]> formats = new EnumMap<>(CellFormat.class);
    private final Map<String, Integer> distinct = new LinkedHashMap<>();
    private final List<String> samples = new ArrayList<>();
    private int filled;
    private int longest;
    private boolean severalLines;
    private boolean bothAnswers;
    private boolean wordAnswers;
    private String firstAnswer = "";
    private int commas;
    private int points;

    ColumnProfile(String header) {
        this.header = header;
        for (var format : CellFormat.values()) {
            if (format != CellFormat.PLAIN) {
                formats.put(format, new int[2]);
            }
        }
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
        formats.entrySet().removeIf(entry -> isOut(entry.getKey(), entry.getValue(), cell));
    }

    /// Tries one format on the cell; it is out once it misses too often to be what is meant.
    private boolean isOut(CellFormat format, int[] hitsAndMisses, String cell) {
        var read = format.canonical(cell).filter(text -> fits(format, text));
        if (read.isEmpty()) {
            hitsAndMisses[1]++;
            return hitsAndMisses[1] > MISSES && hitsAndMisses[1] > hitsAndMisses[0];
        }
        hitsAndMisses[0]++;
        if (format == CellFormat.YES_NO) {
            bothAnswers |= !firstAnswer.isEmpty() && !firstAnswer.equals(read.get());
            firstAnswer = read.get();
            wordAnswers |= cell.length() > 1;
        } else if (format == CellFormat.NUMBER_POINT || format == CellFormat.MONEY_POINT) {
            points += isDecisive(cell, '.', ',') ? 1 : 0;
        } else if (format == CellFormat.NUMBER_COMMA || format == CellFormat.MONEY_COMMA) {
            commas += isDecisive(cell, ',', '.') ? 1 : 0;
        }
        return false;
    }

    /// Whether a field of the kind takes it; a number can have too many decimals.
    private static boolean fits(CellFormat format, String text) {
        return switch (format.kind()) {
            case NUMBER, MONEY, DATE ->
                    FieldText.read(format.kind(), text) instanceof Reading.Value;
            default -> true;
        };
    }

    /// Whether the sign can only stand for decimals here: the other one groups before it, or not
    /// three digits follow it.
    private static boolean isDecisive(String cell, char decimal, char grouping) {
        int at = cell.lastIndexOf(decimal);
        if (at < 0) {
            return false;
        }
        int digits = 0;
        while (at + 1 + digits < cell.length() && Character.isDigit(cell.charAt(at + 1 + digits))) {
            digits++;
        }
        int before = cell.indexOf(grouping);
        return digits != 3 || (before >= 0 && before < at);
    }

    /// More than zero when the decimals of this column are surely written with a comma, less when
    /// with a point.
    int leaning() {
        return Integer.signum(commas - points);
    }

    Column column(int index, Habits habits) {
        var kind = kind(habits);
        var byKind = new EnumMap<FieldKind, CellFormat>(FieldKind.class);
        for (var one : FieldKind.values()) {
            byKind.put(one, best(one, habits));
        }
        return new Column(
                index,
                header,
                filled,
                samples,
                kind,
                kind == FieldKind.CHOICE ? List.copyOf(distinct.keySet()) : List.of(),
                byKind);
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
            if (format != CellFormat.PLAIN && misses(format) == 0 && isMeant(kind)) {
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

    private int misses(CellFormat format) {
        var counts = formats.get(format);
        return counts == null ? Integer.MAX_VALUE : counts[1];
    }

    /// The format of that kind that reads most cells; where several read as many, as the rest of
    /// the file leans.
    private CellFormat best(FieldKind kind, Habits habits) {
        var best = CellFormat.PLAIN;
        int most = 0;
        for (var entry : formats.entrySet()) {
            var format = entry.getKey();
            int hits = entry.getValue()[0];
            if (format.kind() == kind
                    && (hits > most
                            || (hits == most && hits > 0 && habits.prefers(format, this)))) {
                best = format;
                most = hits;
            }
        }
        return best;
    }
}
