package io.mergedesk.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The figures as a table for people and as JSON for programs.
record Report(List<Figure> figures, Instant at) {

    private static final String ROW = "%-10s  %-52s %10s  %-8s %10s %10s  %s%n";

    void print(PrintStream out) {
        out.printf(ROW, "benchmark", "what", "median", "", "lowest", "highest", "goal");
        for (var figure : figures) {
            out.printf(
                    ROW,
                    figure.benchmark(),
                    figure.what(),
                    number(figure.median()),
                    figure.unit(),
                    number(figure.low()),
                    number(figure.high()),
                    figure.goal().map(goal -> verdict(goal, figure)).orElse(""));
        }
        for (var figure : missed()) {
            out.printf("Missed: %s, %s%n", figure.benchmark(), figure.what());
        }
    }

    /// Those that do not reach what they are held against.
    List<Figure> missed() {
        return figures.stream().filter(figure -> !figure.meetsItsGoal()).toList();
    }

    private static String verdict(Figure.Goal goal, Figure figure) {
        return (goal.atLeast() ? "at least " : "at most ")
                + number(goal.bound())
                + (goal.isMetBy(figure.median()) ? ", met" : ", MISSED");
    }

    void write(Path file) throws IOException {
        Files.writeString(file, toJson());
    }

    private String toJson() {
        var machine =
                "\"processors\": %d, \"java\": \"%s\", \"memoryMegabytes\": %d"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version(),
                                Runtime.getRuntime().maxMemory() >> 20);
        return "{\"at\": \"%s\", %s, \"figures\": [%n%s%n]}%n"
                .formatted(
                        at.truncatedTo(ChronoUnit.SECONDS),
                        machine,
                        figures.stream().map(Report::json).collect(Collectors.joining(",\n")));
    }

    private static String json(Figure figure) {
        var goal =
                figure.goal()
                        .map(one ->
                                ", \"%s\": %s, \"met\": %s"
                                        .formatted(
                                                one.atLeast() ? "atLeast" : "atMost",
                                                number(one.bound()),
                                                one.isMetBy(figure.median())))
                        .orElse("");
        return "  {\"benchmark\": \"%s\", \"what\": \"%s\", \"unit\": \"%s\", \"median\": %s, \"lowest\": %s, \"highest\": %s%s}"
                .formatted(
                        figure.benchmark(),
                        figure.what(),
                        figure.unit(),
                        number(figure.median()),
                        number(figure.low()),
                        number(figure.high()),
                        goal);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%.0f", value);
    }
}
