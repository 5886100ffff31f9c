package io.mergedesk.transfer;

import java.util.ArrayList;
import java.util.List;

/// What separates the cells of a file, and what stands around those that hold a separator.
record CsvDialect(char delimiter, char quote) {

    static final CsvDialect USUAL = new CsvDialect(',', '"');

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final char[] QUOTES = {'"', '\''};

    /// The dialect under which most records of the sample have as many cells as its first.
    ///
    /// @param sample the beginning of the file; its last record may be cut off
    static CsvDialect of(String sample) {
        var best = USUAL;
        double bestScore = 0;
        for (char quote : QUOTES) {
            for (char delimiter : DELIMITERS) {
                double score = score(widths(sample, delimiter, quote));
                if (score > bestScore) {
                    bestScore = score;
                    best = new CsvDialect(delimiter, quote);
                }
            }
        }
        return best;
    }

    /// How even the widths are, and among equals how many cells there are; zero for one column.
    private static double score(List<Integer> widths) {
        if (widths.isEmpty() || widths.getFirst() == 1) {
            return 0;
        }
        int first = widths.getFirst();
        long alike = widths.stream().filter(width -> width == first).count();
        double even = (double) alike / widths.size();
        return even * even * Math.log1p(first);
    }

    private static List<Integer> widths(String sample, char delimiter, char quote) {
        var widths = new ArrayList<Integer>();
        int width = 1;
        boolean quoted = false;
        boolean cellBegins = true;
        boolean empty = true;
        for (int i = 0; i < sample.length(); i++) {
            char c = sample.charAt(i);
            if (quoted) {
                quoted = c != quote;
            } else if (c == quote && (cellBegins || sample.charAt(i - 1) == quote)) {
                quoted = true;
                empty = false;
            } else if (c == delimiter) {
                width++;
                empty = false;
                cellBegins = true;
                continue;
            } else if (c == '\n' || c == '\r') {
                if (!empty) {
                    widths.add(width);
                }
                width = 1;
                empty = true;
                cellBegins = true;
                continue;
            } else {
                empty = false;
            }
            cellBegins = false;
        }
        if (widths.isEmpty() && !empty) {
            widths.add(width);
        }
        return widths;
    }
}
