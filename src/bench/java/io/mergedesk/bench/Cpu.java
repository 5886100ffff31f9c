package io.mergedesk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Processor time that has been spent so far, in microseconds.
final class Cpu {

    private static final Path STAT = Path.of("/proc/stat");
    private static final long TICK = 10_000;

    private Cpu() {}

    static long ofThisProcess() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return system.getProcessCpuTime() / 1_000;
    }

    /// All processes together, the database and strangers included; zero where Linux does not tell.
    static long ofTheMachine() {
        if (!Files.exists(STAT)) {
            return 0;
        }
        try (var lines = Files.lines(STAT)) {
            var ticks = lines.findFirst().orElse("cpu 0 0 0").split(" +", -1);
            // user, nice, system, (idle, waiting), interrupts
            return Stream.of(1, 2, 3, 6, 7).mapToLong(i -> Long.parseLong(ticks[i])).sum() * TICK;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
