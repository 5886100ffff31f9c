package io.mergedesk.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Runs the benchmarks whose names it is given, or all, prints one table and writes
/// `bench-results.json`; ends with 1 when a goal is missed.
public final class Bench {

    private static final Path RESULTS = Path.of("bench-results.json");

    private Bench() {}

    public static void main(String[] names) throws Exception {
        var all = all();
        var chosen = names.length == 0 ? List.copyOf(all.keySet()) : List.of(names);
        if (!all.keySet().containsAll(chosen)) {
            System.err.println("There are the benchmarks " + all.keySet() + ", not all of " + chosen);
            System.exit(1);
        }
        var figures = new ArrayList<Figure>();
        for (var name : chosen) {
            System.err.println("Measuring " + name + " ...");
            figures.addAll(Objects.requireNonNull(all.get(name)).run());
        }
        var report = new Report(figures, InstantSource.system().instant());
        report.print(System.out);
        report.write(RESULTS);
        // what is left of the benchmarks must not keep the process alive
        System.exit(report.missed().isEmpty() ? 0 : 1);
    }

    private static Map<String, Benchmark> all() {
        var all = new LinkedHashMap<String, Benchmark>();
        all.put("write-path", new WritePathBenchmark());
        all.put("rest-patch", new PatchBenchmark());
        all.put("million", new MillionBenchmark());
        all.put("import", new ImportBenchmark());
        all.put("sync", new SyncBenchmark());
        all.put("verify", new VerifyBenchmark());
        all.put("audit", new AuditBenchmark());
        all.put("start", new StartBenchmark());
        all.put("live", new LiveBenchmark());
        all.put("realtime", new RealtimeBenchmark());
        all.put("merge", new MergeBenchmark());
        all.put("merge-traces", new MergeTraces());
        return all;
    }
}
