package io.mergedesk.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// Keeps some workers busy for a while and counts what they finish.
record Load(int workers, long seconds) {

    /// One thing done again and again by one worker.
    @FunctionalInterface
    interface Work {
        void once() throws Exception;
    }

    /// @return how often all of them together finished, a second
    double perSecond(IntFunction<Work> workOf) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(workers)) {
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(seconds);
            var counts = new ArrayList<Future<Long>>();
            for (int i = 0; i < workers; i++) {
                counts.add(threads.submit(counting(workOf.apply(i), end)));
            }
            long total = 0;
            for (var count : counts) {
                total += count.get();
            }
            return total * 1e9 / (System.nanoTime() - start);
        }
    }

    private static Callable<Long> counting(Work work, long end) {
        return () -> {
            long done = 0;
            while (System.nanoTime() < end) {
                work.once();
                done++;
            }
            return done;
        };
    }
}
