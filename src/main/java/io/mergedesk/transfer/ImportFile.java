package io.mergedesk.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// A file that was read through once, to be imported: its columns, and how many records it has.
public final class ImportFile {

    private final String name;
    private final CsvFile csv;
    private final List<Column> columns;
    private final long rows;
    private final long ragged;

    private ImportFile(String name, CsvFile csv, List<Column> columns, long rows, long ragged) {
        this.name = name;
        this.csv = csv;
        this.columns = List.copyOf(columns);
        this.rows = rows;
        this.ragged = ragged;
    }

    /// Reads the file through; it must stay where it is until the import is done.
    ///
    /// @throws UnreadableFileException when it is not a table of text
    public static ImportFile read(String name, Path path) {
        var csv = CsvFile.open(path);
        var profiles = csv.headers().stream().map(ColumnProfile::new).toList();
        long rows = 0;
        long ragged = 0;
        try (var records = csv.rows()) {
            for (var row = records.next(); row != null; row = records.next()) {
                rows++;
                if (row.cells().size() != profiles.size()) {
                    ragged++;
                    continue;
                }
                for (int i = 0; i < profiles.size(); i++) {
                    profiles.get(i).add(row.cells().get(i));
                }
            }
        }
        var habits = Habits.of(csv.dialect(), profiles);
        var columns =
                java.util.stream.IntStream.range(0, profiles.size())
                        .mapToObj(i -> profiles.get(i).column(i, habits))
                        .toList();
        return new ImportFile(name, csv, columns, rows, ragged);
    }

    /// What the person calls it.
    public String name() {
        return name;
    }

    public List<Column> columns() {
        return columns;
    }

    /// How many records follow the header.
    public long rows() {
        return rows;
    }

    /// Those of them whose cells do not fit the header.
    public long ragged() {
        return ragged;
    }

    /// How the file is written, in words: "UTF-8, separated by commas".
    public String dialect() {
        var separator =
                switch (csv.dialect().delimiter()) {
                    case ',' -> "commas";
                    case ';' -> "semicolons";
                    case '\t' -> "tabs";
                    default -> "'" + csv.dialect().delimiter() + "'";
                };
        return csv.encoding().charset().name().toUpperCase(Locale.ROOT)
                + ", separated by "
                + separator;
    }

    CsvFile csv() {
        return csv;
    }
}
