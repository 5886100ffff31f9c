package io.mergedesk.bench;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.SiteId;
import io.mergedesk.common.TeamId;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;

/// How long a page of a type with a million entities takes on the server, for each kind of
/// question, as an admin and as somebody who may see about half.
///
/// The entities are loaded once and kept in `target/bench/million`.
final class MillionBenchmark implements Benchmark {

    private static final String NAME = "million";
    private static final int COUNT = Integer.getInteger("bench.entities", 1_000_000);
    private static final int MOST_RUNS = 40;
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final double GOAL_MILLIS = 100;
    private static final Path LOADED = Path.of("target", "bench", NAME, "loaded-" + COUNT);

    @Override
    public List<Figure> run() throws Exception {
        var figures = new ArrayList<Figure>();
        try (var application =
                Files.exists(LOADED) ? Application.start(NAME) : Application.startEmpty(NAME)) {
            if (!Files.exists(LOADED)) {
                figures.add(load(application));
            }
            var service = application.get(EntityService.class);
            for (var actor : List.of(Contacts.AUTHOR.actor(), somebody())) {
                PageShapes.all()
                        .forEach((shape, query) ->
                                figures.addAll(measure(service, actor, shape, query)));
            }
            System.gc();
            var runtime = Runtime.getRuntime();
            figures.add(
                    Figure.of(
                            NAME,
                            "heap after all pages",
                            "MB",
                            (runtime.totalMemory() - runtime.freeMemory()) / 1e6));
        }
        return figures;
    }

    private static Figure load(Application application) throws Exception {
        var types = application.get(TypeService.class);
        types.create(Orders.definition(), Contacts.AUTHOR.actor());
        var type = types.find(Orders.TYPE).orElseThrow();
        long start = System.nanoTime();
        new MillionLoad(
                        application.get(DataSource.class),
                        type,
                        new Orders(20_260_131, new SiteId("bench")))
                .load(COUNT);
        double seconds = (System.nanoTime() - start) / 1e9;
        Files.writeString(LOADED, "");
        System.err.printf("  loaded in %.0f s%n", seconds);
        return Figure.of(NAME, "load of " + COUNT + " entities", "s", seconds);
    }

    private static Actor somebody() {
        return new Actor(
                new UserId("somebody"),
                Role.USER,
                Set.of(new TeamId("team3"), new TeamId("team7")));
    }

    private static List<Figure> measure(
            EntityService service,
            Actor actor,
            String shape,
            Function<Random, EntityQuery> question) {
        var random = new Random(7);
        service.page(question.apply(random), actor);
        var times = new ArrayList<Double>();
        int found = 0;
        long end = System.nanoTime() + MOST_NANOS;
        while (times.size() < MOST_RUNS && (times.size() < 3 || System.nanoTime() < end)) {
            var query = question.apply(random);
            long start = System.nanoTime();
            found += service.page(query, actor).items().size();
            times.add((System.nanoTime() - start) / 1e6);
        }
        var what = shape + (actor.role() == Role.ADMIN ? ", admin" : ", user");
        var figure = Figure.ofTimes(NAME, what, times).atMost(GOAL_MILLIS);
        System.err.printf(
                "  %-48s p50 %7.1f  p95 %7.1f  p99 %7.1f ms  rows %.1f%n",
                what, figure.low(), figure.median(), figure.high(), (double) found / times.size());
        return List.of(figure);
    }
}
