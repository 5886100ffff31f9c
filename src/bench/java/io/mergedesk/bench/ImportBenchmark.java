package io.mergedesk.bench;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.BatchCounts;
import io.mergedesk.transfer.ImportFile;
import io.mergedesk.transfer.ImportOutcome;
import io.mergedesk.transfer.ImportPlan;
import io.mergedesk.transfer.ImportWatch;
import io.mergedesk.transfer.Imports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// How long an import of a CSV file takes when all its rows are new, when they are all there, and
/// when each of them changes one field.
final class ImportBenchmark implements Benchmark {

    private static final String NAME = "import";
    private static final int ROWS = Integer.getInteger("bench.rows", 50_000);
    private static final double GOAL_SECONDS = 60;
    private static final Path FILES = Path.of("target", "bench", "import-files");

    @Override
    public List<Figure> run() throws Exception {
        var people = new PeopleFile(ROWS);
        var first = people.writeTo(FILES.resolve("people.csv"), "Main Street");
        var changed = people.writeTo(FILES.resolve("people-moved.csv"), "High Street");
        var figures = new ArrayList<Figure>();
        try (var application = Application.startEmpty(NAME)) {
            var imports = application.get(Imports.class);
            var file = ImportFile.read("people.csv", first);
            var plan =
                    imports.suggestNew("People", file)
                            .keyedBy(Optional.of(new FieldName("number")));
            figures.add(measure("all new", imports, file, plan, BatchCounts::created));
            var known =
                    imports.suggest(plan.type(), file, Contacts.AUTHOR.actor()).orElseThrow();
            figures.add(measure("all there", imports, file, known, BatchCounts::skipped));
            var moved = ImportFile.read("people.csv", changed);
            figures.add(measure("one field changed", imports, moved, known, BatchCounts::updated));
        }
        return figures;
    }

    /// @param expected counts what must have become of every row
    private static Figure measure(
            String what,
            Imports imports,
            ImportFile file,
            ImportPlan plan,
            ToLongFunction<BatchCounts> expected) {
        long start = System.nanoTime();
        var outcome =
                imports.run(file, plan, Contacts.AUTHOR.actor(), ImportWatch.NOBODY, _ -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!(outcome instanceof ImportOutcome.Finished(var report))
                || expected.applyAsLong(report.counts()) != ROWS) {
            throw new IllegalStateException("expected " + ROWS + " rows " + what + ": " + outcome);
        }
        System.err.printf("  %s: %.1f s%n", what, seconds);
        return Figure.of(NAME, ROWS + " rows, " + what, "s", seconds).atMost(GOAL_SECONDS);
    }
}
