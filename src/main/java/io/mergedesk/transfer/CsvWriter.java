package io.mergedesk.transfer;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Writes records as RFC 4180 says: quotes where they are needed, CRLF.
final class CsvWriter {

    private final Writer out;
    private final char delimiter;

    CsvWriter(Writer out, char delimiter) {
        this.out = out;
        this.delimiter = delimiter;
    }

    void write(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(delimiter);
            }
            writeCell(cells.get(i));
        }
        out.write("\r\n");
    }

    private void writeCell(String cell) throws IOException {
        boolean quoted = needsQuotes(cell);
        if (!quoted) {
            out.write(cell);
            return;
        }
        out.write('"');
        out.write(cell.replace("\"", "\"\""));
        out.write('"');
    }

    /// Also around white space at the edges, which some programs drop, and an apostrophe at the
    /// start, which some take for a quote.
    private boolean needsQuotes(String cell) {
        if (cell.isEmpty()) {
            return false;
        }
        char first = cell.charAt(0);
        char last = cell.charAt(cell.length() - 1);
        return cell.indexOf(delimiter) >= 0
                || cell.indexOf('"') >= 0
                || cell.indexOf('\n') >= 0
                || cell.indexOf('\r') >= 0
                || first == '\''
                || Character.isWhitespace(first)
                || Character.isWhitespace(last);
    }
}
