package io.mergedesk.bench;

import java.util.List;

/// How long `./run` takes from the command to its first page, when everything is built and the
/// database is there.
final class StartBenchmark implements Benchmark {

    private static final String NAME = "start";
    private static final int RUNS = 3;
    private static final double GOAL_SECONDS = 15;

    @Override
    public List<Figure> run() throws Exception {
        startOnce();
        var seconds = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            seconds[i] = startOnce();
        }
        return List.of(
                Figure.of(NAME, "./run to the first page", "s", seconds).atMost(GOAL_SECONDS));
    }

    private static double startOnce() throws Exception {
        try (var demo = RunningDemo.start()) {
            return demo.secondsToFirstPage();
        }
    }
}
