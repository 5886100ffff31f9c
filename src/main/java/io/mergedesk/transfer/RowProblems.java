package io.mergedesk.transfer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Collects rows that were not taken: the first to show, all of them in a file that can be mended
/// and imported again.
final class RowProblems implements AutoCloseable {

    static final int SHOWN = 1_000;
    static final String COLUMN = "error";

    private final CsvFile source;
    private final List<RowProblem> first = new ArrayList<>();
    private @Nullable Path file;
    private @Nullable BufferedWriter text;

    RowProblems(CsvFile source) {
        this.source = source;
    }

    void add(CsvRow row, List<RowProblem> problems) {
        problems.stream().limit(Math.max(0, SHOWN - first.size())).forEach(first::add);
        var cells = new ArrayList<String>();
        row.cells().forEach(cell -> cells.add(FormulaGuard.guard(cell)));
        while (cells.size() < source.headers().size()) {
            cells.add("");
        }
        cells.add(
                FormulaGuard.guard(
                        problems.stream()
                                .map(RowProblems::sentence)
                                .distinct()
                                .collect(Collectors.joining("; "))));
        try {
            writer().write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<RowProblem> first() {
        return first;
    }

    /// The file, complete once this is closed; empty when every row was taken.
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /// Nobody will read them: leaves no file behind.
    void discard() {
        close();
        try {
            if (file != null) {
                Files.delete(file);
                file = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvWriter writer() throws IOException {
        if (text != null) {
            return new CsvWriter(text, source.dialect().delimiter());
        }
        file = Files.createTempFile("mergedesk-errors-", ".csv");
        var opened = Files.newBufferedWriter(file);
        text = opened;
        opened.write('\uFEFF');
        var writer = new CsvWriter(opened, source.dialect().delimiter());
        var headers = new ArrayList<String>();
        source.headers().forEach(header -> headers.add(FormulaGuard.guard(header)));
        headers.add(COLUMN);
        writer.write(headers);
        return writer;
    }

    private static String sentence(RowProblem problem) {
        return "line " + problem.line() + ": " + problem.message();
    }

    @Override
    public void close() {
        try {
            if (text != null) {
                text.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
