package io.mergedesk.bench;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Runs the benchmarks whose names it is given, or all, prints one table and writes
/// `bench-results.json`.
public final class Bench {

    private static final Path RESULTS = Path.of("bench-results.json");

    private Bench() {}

    public static void main(String[] names) throws Exception {
        var all = all();
        var chosen = names.length == 0 ? List.copyOf(all.keySet()) : List.of(names);
        var figures = new ArrayList<Figure>();
        for (var name : chosen) {
            var benchmark = all.get(name);
            if (benchmark == null) {
                System.err.println("There is no benchmark " + name + ", only " + all.keySet());
                System.exit(1);
            } else {
                System.err.println("Measuring " + name + " ...");
                figures.addAll(benchmark.run());
            }
        }
        var report = new Report(figures, InstantSource.system().instant());
        report.print(System.out);
        report.write(RESULTS);
    }

    private static Map<String, Benchmark> all() {
        var all = new LinkedHashMap<String, Benchmark>();
        all.put("write-path", new WritePathBenchmark());
        all.put("rest-patch", new PatchBenchmark());
        all.put("million", new MillionBenchmark());
        all.put("start", new StartBenchmark());
        all.put("live", new LiveBenchmark());
        all.put("merge", new MergeBenchmark());
        all.put("merge-traces", new MergeTraces());
        return all;
    }
}
