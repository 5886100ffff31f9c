package io.mergedesk.transfer;

import io.mergedesk.entities.BatchCounts;
import io.mergedesk.storage.jooq.TransferDesk;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/// Measures an import of 50,000 rows of 12 columns, and the same file again as an upsert.
final class ImportSpeed {

    private static final int ROWS = 50_000;

    private ImportSpeed() {}

    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length == 0 ? ROWS : Integer.parseInt(arguments[0]);
        var path = write(rows);
        try (var desk = new TransferDesk()) {
            var imports = desk.get(Imports.class);
            var started = System.nanoTime();
            var file = ImportFile.read("people.csv", path);
            say("read through", started, rows);
            var plan =
                    imports.suggestNew("People", file)
                            .keyedBy(
                                    java.util.Optional.of(
                                            new io.mergedesk.common.FieldName("number")));
            run("import", imports, file, plan, rows);
            var again = imports.suggest(plan.type(), file, TransferDesk.ADMIN).orElseThrow();
            run("again, unchanged", imports, file, again, rows);
            var changed = ImportFile.read("people.csv", change(path));
            run("again, one field changed", imports, changed, again, rows);
        } finally {
            Files.delete(path);
        }
        System.exit(0);
    }

    private static void run(
            String what, Imports imports, ImportFile file, ImportPlan plan, int rows) {
        var started = System.nanoTime();
        var peak = new Peak();
        var outcome = imports.run(file, plan, TransferDesk.ADMIN, peak, _ -> {});
        say(what, started, rows);
        System.out.printf("  peak heap %d MB, %s%n", peak.megabytes, counts(outcome));
    }

    private static Object counts(ImportOutcome outcome) {
        return outcome instanceof ImportOutcome.Finished(var report) ? report.counts() : outcome;
    }

    private static void say(String what, long started, int rows) {
        var took = Duration.ofNanos(System.nanoTime() - started);
        System.out.printf(
                "%s: %,d rows in %.1f s, %,.0f a second%n",
                what, rows, took.toMillis() / 1000.0, rows * 1000.0 / took.toMillis());
    }

    private static final class Peak implements ImportWatch {
        private long megabytes;

        @Override
        public void progress(BatchCounts counts) {
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
            megabytes = Math.max(megabytes, used);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }
    }

    private static Path write(int rows) throws IOException {
        var random = new Random(7);
        var path = Files.createTempFile("speed", ".csv");
        try (var out = Files.newBufferedWriter(path)) {
            out.write(
                    "number,name,email,phone,street,city,zip,country,birthday,amount,active,note\n");
            for (int i = 0; i < rows; i++) {
                out.write(
                        "C-%06d,Person %s %d,person%d@example.org,+33 4 72 %06d,%d Main Street,City %d,%05d,%s,%s,%d.%02d,%s,Called about the order number %d\n"
                                .formatted(
                                        i,
                                        Integer.toString(random.nextInt(1 << 20), 36),
                                        i,
                                        i,
                                        random.nextInt(1_000_000),
                                        random.nextInt(900) + 1,
                                        random.nextInt(300),
                                        random.nextInt(100_000),
                                        new String[] {"FR", "DE", "IT", "ES"}[random.nextInt(4)],
                                        java.time.LocalDate.of(1950, 1, 1)
                                                .plusDays(random.nextInt(20_000)),
                                        random.nextInt(10_000),
                                        random.nextInt(100),
                                        random.nextBoolean() ? "yes" : "no",
                                        random.nextInt(100_000)));
            }
        }
        return path;
    }

    private static Path change(Path path) throws IOException {
        var changed = Files.createTempFile("speed", ".csv");
        try (var lines = Files.lines(path);
                var out = Files.newBufferedWriter(changed)) {
            for (var line : (Iterable<String>) lines::iterator) {
                out.write(line.replace("Main Street", "High Street"));
                out.newLine();
            }
        }
        changed.toFile().deleteOnExit();
        return changed;
    }
}
