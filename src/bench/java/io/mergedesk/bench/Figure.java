package io.mergedesk.bench;

import java.util.Arrays;
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

    private Figure with(Goal newGoal) {
        return new Figure(benchmark, what, unit, median, low, high, Optional.of(newGoal));
    }
}
