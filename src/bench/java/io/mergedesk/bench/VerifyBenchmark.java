package io.mergedesk.bench;

import io.mergedesk.audit.AuditIntegrity;
import io.mergedesk.audit.Extent;
import io.mergedesk.audit.VerificationOutcome;
import io.mergedesk.entities.TypeService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// How many rows of the feed's chain are recomputed a second, from the first to the last.
///
/// The rows are loaded once and kept in `target/bench/verify`.
final class VerifyBenchmark implements Benchmark {

    private static final String NAME = "verify";
    private static final int COUNT = Integer.getInteger("bench.changes", 1_000_000);
    private static final int RUNS = 5;
    private static final double GOAL = 100_000;
    private static final Path LOADED = Path.of("target", "bench", NAME, "loaded-" + COUNT);

    @Override
    public List<Figure> run() throws Exception {
        try (var application =
                Files.exists(LOADED) ? Application.start(NAME) : Application.startEmpty(NAME)) {
            if (!Files.exists(LOADED)) {
                load(application);
            }
            var integrity = application.get(AuditIntegrity.class);
            verify(integrity);
            var speeds = new ArrayList<Double>();
            for (int i = 0; i < RUNS; i++) {
                long start = System.nanoTime();
                verify(integrity);
                speeds.add(COUNT * 1e9 / (System.nanoTime() - start));
            }
            return List.of(
                    Figure.of(
                                    NAME,
                                    "rows of a chain of " + COUNT,
                                    "/s",
                                    speeds.stream().mapToDouble(Double::doubleValue).toArray())
                            .atLeast(GOAL));
        }
    }

    private static void load(Application application) throws Exception {
        var types = application.get(TypeService.class);
        Contacts.define(types);
        new ChainLoad(
                        application.get(DataSource.class),
                        types.find(Contacts.TYPE).orElseThrow())
                .load(COUNT);
        Files.writeString(LOADED, "");
    }

    private static void verify(AuditIntegrity integrity) {
        var outcome = integrity.verify(new Extent.Whole(), Contacts.AUTHOR.actor());
        if (!(outcome instanceof VerificationOutcome.Started(var run))) {
            throw new IllegalStateException("expected an admin to verify, got " + outcome);
        }
        var reports = run.await(Duration.ofMinutes(10)).orElseThrow();
        if (!reports.getFirst().integrity().isIntact()) {
            throw new IllegalStateException("expected an intact chain, got " + reports);
        }
    }
}
