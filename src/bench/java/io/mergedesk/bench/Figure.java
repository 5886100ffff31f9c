package io.mergedesk.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One measured number: the median of some runs, the lowest and the highest of them.
///
/// @param goal what it is held against; empty where it is only told
record Figure(
        String benchmark,
        String what,
        String unit,
        double median,
        double low,
        double high,
        Optional<Goal> goal) {

    /// A bound that is to be reached.
    record Goal(boolean atLeast, double bound) {

        boolean isMetBy(double value) {
            return atLeast ? value >= bound : value <= bound;
        }
    }

    static Figure of(String benchmark, String what, String unit, double... runs) {
        var sorted = runs.clone();
        Arrays.sort(sorted);
        return new Figure(
                benchmark,
                what,
                unit,
                median(sorted),
                sorted[0],
                sorted[sorted.length - 1],
                Optional.empty());
    }

    /// Times of single answers: the 95th percentile stands as the figure, the median and the 99th
    /// percentile as its bounds.
    static Figure ofTimes(String benchmark, String what, List<Double> millis) {
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Figure(
                benchmark,
                what + " (p95; p50, p99)",
                "ms",
                percentile(sorted, 0.95),
                percentile(sorted, 0.5),
                percentile(sorted, 0.99),
                Optional.empty());
    }

    private static double percentile(double[] sorted, double part) {
        int place = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[Math.clamp(place, 0, sorted.length - 1)];
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    Figure atLeast(double bound) {
        return with(new Goal(true, bound));
    }

    Figure atMost(double bound) {
        return with(new Goal(false, bound));
    }

    /// Whether it reaches what it is held against, if anything.
    boolean meetsItsGoal() {
        return goal.map(bound -> bound.isMetBy(median)).orElse(true);
    }

    private Figure with(Goal newGoal) {
        return new Figure(benchmark, what, unit, median, low, high, Optional.of(newGoal));
    }
}
