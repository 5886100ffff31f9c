package io.mergedesk.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/// A CSV file, and how to read it; encoding, delimiter and quote are found by looking.
///
/// @param headers one name per column: never empty, never twice the same
record CsvFile(Path path, TextEncoding encoding, CsvDialect dialect, List<String> headers) {

    private static final int SAMPLE = 1 << 16;

    CsvFile {
        headers = List.copyOf(headers);
    }

    /// @throws UnreadableFileException when it has no header row, or is not text
    static CsvFile open(Path path) {
        try {
            var encoding = TextEncoding.of(path);
            var dialect = CsvDialect.of(sample(path, encoding));
            try (var rows = new CsvRows(encoding.open(path), dialect, -1)) {
                var header = rows.next();
                if (header == null) {
                    throw new UnreadableFileException(
                            "The file is empty: expected a row of column names, then records.");
                }
                return new CsvFile(path, encoding, dialect, named(header.cells()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The records after the header.
    CsvRows rows() {
        try {
            var rows = new CsvRows(encoding.open(path), dialect, headers.size());
            rows.next();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sample(Path path, TextEncoding encoding) throws IOException {
        try (var reader = encoding.open(path)) {
            var text = new char[SAMPLE];
            int length = 0;
            int read;
            while (length < SAMPLE && (read = reader.read(text, length, SAMPLE - length)) > 0) {
                length += read;
            }
            var sample = new String(text, 0, length);
            if (sample.indexOf('\0') >= 0) {
                throw new UnreadableFileException(
                        "This is not a text file: expected CSV. A spreadsheet can be saved as CSV.");
            }
            return sample;
        }
    }

    private static List<String> named(List<String> cells) {
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        for (int i = 0; i < cells.size(); i++) {
            var header = cells.get(i).strip();
            var wanted = header.isEmpty() ? "Column " + (i + 1) : header;
            var name = wanted;
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = wanted + " (" + n + ")";
            }
            names.add(name);
        }
        return names;
    }
}
