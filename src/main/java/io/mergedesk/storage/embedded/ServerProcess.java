package io.mergedesk.storage.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The running server of a home: started here, or left behind by a process that was killed.
record ServerProcess(ProcessHandle handle) {

    private static final long STOP_SECONDS = 60;

    /// Starts the server, which writes to the home's log and outlives this process when that is
    /// killed.
    static ServerProcess start(Home home, ServerFiles files, List<String> flags) {
        var command = new ArrayList<String>();
        command.add(files.program().toString());
        command.add("--no-defaults");
        command.add(dataFlag(home));
        command.addAll(flags);
        var builder = new ProcessBuilder(command).directory(home.base().toFile());
        builder.environment().put(files.libraryVariable(), files.libraries().toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(home.log().toFile());
        try {
            keepLastLog(home);
            return new ServerProcess(builder.start().toHandle());
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The database server could not be started (" + e.getMessage() + ").", e);
        }
    }

    /// Every live server that works on this home's data; looked up among all processes, so that no
    /// stale number is believed.
    static List<ServerProcess> leftBehind(Home home, ServerFiles files) {
        return ProcessHandle.allProcesses()
                .filter(process -> runs(files.program(), process))
                .filter(process -> worksOn(home, process))
                .map(ServerProcess::new)
                .toList();
    }

    /// Asks it to stop, waits until its data are on disk, and kills it only when it does not
    /// listen.
    void stop() {
        handle.destroy();
        if (!isGoneWithin(STOP_SECONDS)) {
            handle.destroyForcibly();
            isGoneWithin(STOP_SECONDS);
        }
    }

    boolean isAlive() {
        return handle.isAlive();
    }

    private static void keepLastLog(Home home) throws IOException {
        if (Files.exists(home.log())) {
            Files.move(
                    home.log(),
                    home.directory().resolve("mariadb.log.old"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private boolean isGoneWithin(long seconds) {
        try {
            handle.onExit().get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException _) {
            return !handle.isAlive();
        }
        return !handle.isAlive();
    }

    private static boolean runs(Path program, ProcessHandle process) {
        return process.info()
                .command()
                .map(Path::of)
                .filter(Files::exists)
                .filter(path -> isSame(path, program))
                .isPresent();
    }

    private static boolean isSame(Path left, Path right) {
        try {
            return Files.isSameFile(left, right);
        } catch (IOException _) {
            return false;
        }
    }

    /// Where arguments cannot be read the program alone decides: it lies in this home.
    private static boolean worksOn(Home home, ProcessHandle process) {
        return process.info()
                .arguments()
                .map(arguments -> List.of(arguments).contains(dataFlag(home)))
                .orElse(true);
    }

    private static String dataFlag(Home home) {
        return "--datadir=" + home.data();
    }
}
