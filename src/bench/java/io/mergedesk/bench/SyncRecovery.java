package io.mergedesk.bench;

import io.mergedesk.sync.JobService;
import io.mergedesk.sync.JobState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/// Kills the database server while jobs are delivered, and measures until all of them are, and are
/// known to be; the application starts the server again by itself.
final class SyncRecovery {

    private static final Set<JobState> OPEN =
            Set.of(JobState.WAITING, JobState.READY, JobState.RUNNING);

    private final Path home;
    private final DataSource database;
    private final JobService jobs;
    private final TakingSender sender;

    SyncRecovery(Application application, Path home) {
        this.home = home;
        this.database = application.get(DataSource.class);
        this.jobs = application.get(JobService.class);
        this.sender = application.get(TakingSender.class);
    }

    /// Milliseconds from the kill until the database answers, and from then until all is delivered.
    record Times(double down, double afterwards) {}

    /// @param before how many jobs are to be delivered first
    Times measure(int before) throws IOException {
        while (sender.taken() < before) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        long killed = System.nanoTime();
        servers().forEach(ProcessHandle::destroyForcibly);
        awaitAnswer();
        long back = System.nanoTime();
        while (!sender.hasAll() || isOpen()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        return new Times((back - killed) / 1e6, (System.nanoTime() - back) / 1e6);
    }

    private List<ProcessHandle> servers() throws IOException {
        var data = "--datadir=" + home.toRealPath().resolve("data");
        var found =
                ProcessHandle.allProcesses()
                        .filter(one ->
                                List.of(one.info().arguments().orElse(new String[0]))
                                        .contains(data))
                        .toList();
        if (found.isEmpty()) {
            throw new IllegalStateException("expected a database server with " + data);
        }
        return found;
    }

    /// A connection of before may still say that all is well.
    private void awaitAnswer() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        while (!answers()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private boolean answers() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException _) {
            return false;
        }
    }

    private boolean isOpen() {
        return jobs.standings(Contacts.AUTHOR.actor()).stream()
                .anyMatch(one -> OPEN.contains(one.state()) && one.jobs() > 0);
    }
}
