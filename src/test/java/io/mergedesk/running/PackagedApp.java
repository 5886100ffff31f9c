package io.mergedesk.running;

import io.mergedesk.TestProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// The jar that the build made, extracted for fast starts.
final class PackagedApp {

    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Path JAR = Path.of("target", "mergedesk.jar").toAbsolutePath();
    private static final Path EXTRACTED = TestProcess.folder("extracted").toAbsolutePath();

    private PackagedApp() {}

    /// The jar to start; extracted again when the build made a newer one.
    static synchronized Path jar() {
        Path extracted = EXTRACTED.resolve(JAR.getFileName());
        try {
            if (!Files.exists(JAR)) {
                throw new IllegalStateException(
                        "There is no " + JAR + ": run ./mvnw package first");
            }
            if (!Files.exists(extracted)
                    || Files.getLastModifiedTime(extracted)
                                    .compareTo(Files.getLastModifiedTime(JAR))
                            < 0) {
                extract();
            }
            return extracted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void extract() throws IOException {
        Files.createDirectories(EXTRACTED);
        Process tools =
                new ProcessBuilder(
                                JAVA.toString(),
                                "-Djarmode=tools",
                                "-jar",
                                JAR.toString(),
                                "extract",
                                "--force",
                                "--destination",
                                EXTRACTED.toString())
                        .inheritIO()
                        .start();
        try {
            if (!tools.waitFor(1, TimeUnit.MINUTES) || tools.exitValue() != 0) {
                throw new IllegalStateException("The jar could not be extracted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
