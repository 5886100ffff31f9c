package io.mergedesk.bench;

import io.mergedesk.audit.AuditCursor;
import io.mergedesk.audit.AuditFollower;
import io.mergedesk.audit.AuditOutcome;
import io.mergedesk.audit.AuditPage;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.audit.AuditService;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.SiteId;
import io.mergedesk.entities.TypeService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;

/// How long a page of the audit trail takes over ten million changes (`AUDIT_ROWS`), for each kind
/// of question, and how fast the index follows.
///
/// The changes are loaded once and kept in `target/bench/audit-…`.
final class AuditBenchmark implements Benchmark {

    private static final String NAME = "audit";
    private static final int COUNT =
            Integer.parseInt(System.getenv().getOrDefault("AUDIT_ROWS", "10000000"));
    private static final int LIMIT = 50;
    private static final int MOST_RUNS = 60;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final double GOAL_MILLIS = 100;
    private static final String HOME = NAME + "-" + COUNT;
    private static final Path LOADED = Path.of("target", "bench", HOME, "loaded");

    @Override
    public List<Figure> run() throws Exception {
        var figures = new ArrayList<Figure>();
        if (!Files.exists(LOADED)) {
            try (var application = Application.startEmpty(HOME)) {
                figures.add(load(application));
            }
        }
        try (var application = Application.start(HOME)) {
            follow(application).ifPresent(figures::add);
            var audit = application.get(AuditService.class);
            AuditShapes.all(COUNT).forEach((shape, query) -> {
                figures.add(measure(audit, shape, query, _ -> AuditCursor.NEWEST));
            });
            figures.add(
                    measure(audit, "next page deep in", _ -> AuditQuery.ALL, AuditBenchmark::deep));
        }
        return figures;
    }

    private static Figure load(Application application) throws Exception {
        var types = application.get(TypeService.class);
        types.create(Orders.definition(), Contacts.AUTHOR.actor());
        long start = System.nanoTime();
        new AuditLoad(
                        application.get(DataSource.class),
                        types.find(Orders.TYPE).orElseThrow(),
                        new Orders(20_260_131, new SiteId("bench")))
                .load(COUNT);
        Files.writeString(LOADED, "");
        return told("load of " + COUNT + " changes", "s", (System.nanoTime() - start) / 1e9);
    }

    /// The application's own follower has begun by now; this waits until it is through.
    private static Optional<Figure> follow(Application application) {
        var audit = application.get(AuditService.class);
        long start = System.nanoTime();
        long before = indexed(audit);
        application.get(AuditFollower.class).catchUp();
        double seconds = (System.nanoTime() - start) / 1e9;
        long count = indexed(audit) - before;
        return count == 0
                ? Optional.empty()
                : Optional.of(told("changes indexed", "1/s", count / seconds));
    }

    private static long indexed(AuditService audit) {
        return page(audit, AuditQuery.ALL, AuditCursor.NEWEST).changes().indexed().number();
    }

    private static Figure told(String what, String unit, double value) {
        System.err.printf("  %-48s %.0f %s%n", what, value, unit);
        return Figure.of(NAME, what, unit, value);
    }

    private static AuditCursor deep(Random random) {
        int place = 1 + random.nextInt(COUNT);
        return new AuditCursor(new Sequence(place), new Sequence(place / 100 + 1));
    }

    private static Figure measure(
            AuditService audit,
            String shape,
            Function<Random, AuditQuery> question,
            Function<Random, AuditCursor> place) {
        var random = new Random(7);
        page(audit, question.apply(random), place.apply(random));
        var times = new ArrayList<Double>();
        long found = 0;
        long complete = 0;
        long end = System.nanoTime() + MOST_NANOS;
        while (times.size() < MOST_RUNS && (times.size() < 5 || System.nanoTime() < end)) {
            var query = question.apply(random);
            var begun = place.apply(random);
            long start = System.nanoTime();
            var page = page(audit, query, begun);
            times.add((System.nanoTime() - start) / 1e6);
            found += page.items().size();
            complete += page.items().size() == LIMIT || page.next().isEmpty() ? 1 : 0;
        }
        var figure = Figure.ofTimes(NAME, shape, times).atMost(GOAL_MILLIS);
        System.err.printf(
                "  %-48s p50 %7.1f  p95 %7.1f  p99 %7.1f ms  rows %4.1f  complete %3d %%%n",
                shape,
                figure.low(),
                figure.median(),
                figure.high(),
                (double) found / times.size(),
                100 * complete / times.size());
        return figure;
    }

    private static AuditPage page(AuditService audit, AuditQuery query, AuditCursor place) {
        if (audit.page(query, place, LIMIT, Contacts.AUTHOR.actor())
                instanceof AuditOutcome.Found(var page)) {
            return page;
        }
        throw new IllegalStateException("expected an admin to see the trail");
    }
}
