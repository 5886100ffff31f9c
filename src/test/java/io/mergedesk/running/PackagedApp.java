package io.mergedesk.running;

import io.mergedesk.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The jar that the build made, prepared for fast starts.
final class PackagedApp {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of("target", "mergedesk.jar").toAbsolutePath();
    private static final Path EXTRACTED = TestProcess.folder("extracted").toAbsolutePath();
    private static final Path CACHE = EXTRACTED.resolve("cache");
    private static final List<String> JVM =
            List.of(
                    JAVA.toString(),
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED");

    private PackagedApp() {}

    /// How it is started: as `./run` does, with its classes loaded and linked before.
    static synchronized List<String> command() {
        Path jar = EXTRACTED.resolve(JAR.getFileName());
        try {
            if (!Files.exists(JAR)) {
                throw new IllegalStateException(
                        "There is no " + JAR + ": run ./mvnw package first");
            }
            if (!Files.exists(jar)
                    || Files.getLastModifiedTime(jar).compareTo(Files.getLastModifiedTime(JAR))
                            < 0) {
                Files.deleteIfExists(CACHE);
                extract();
                prepare(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = new ArrayList<>(JVM);
        if (Files.exists(CACHE)) {
            command.addAll(List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot=off"));
        }
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static void extract() throws IOException {
        Files.createDirectories(EXTRACTED);
        var extracting =
                new ProcessBuilder(
                        JAVA.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        EXTRACTED.toString());
        if (!ends(extracting)) {
            throw new IllegalStateException("The jar could not be extracted");
        }
    }

    /// Starts once without serving anybody; where that does not work, every start takes longer.
    private static void prepare(Path jar) throws IOException {
        Path home = Files.createTempDirectory(EXTRACTED, "home");
        RunningApp.shareServerPrograms(home);
        var command = new ArrayList<>(JVM);
        command.addAll(
                List.of(
                        "-XX:AOTCacheOutput=" + CACHE,
                        "-Dspring.context.exit=onRefresh",
                        "-jar",
                        jar.toString()));
        var preparing = new ProcessBuilder(command);
        preparing.environment().putAll(RunningApp.demo(home, 0));
        ends(preparing);
    }

    private static boolean ends(ProcessBuilder program) throws IOException {
        program.redirectErrorStream(true);
        program.redirectOutput(
                ProcessBuilder.Redirect.appendTo(EXTRACTED.resolve("prepare.log").toFile()));
        var process = program.start();
        try {
            return process.waitFor(2, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
