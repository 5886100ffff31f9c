package io.mergedesk.storage.embedded;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real MariaDB server under a home directory, running from [#start] to [#close].
///
/// Programs, data, log, port and password stay in the home, so that the next start finds them. A
/// server that outlived a killed application is stopped first; one that dies meanwhile is started
/// again. Only this machine can connect, and only with the password.
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);

    private final Home home;
    private final HomeLock lock;
    private final ServerFiles files;
    private final ServerFlags flags;
    private final Account account;
    private final Account owner;
    private ServerProcess process;
    private boolean closed;

    private EmbeddedMariaDb(Home home, HomeLock lock, ServerSettings settings) {
        this.home = home;
        this.lock = lock;
        this.files = ServerFiles.of(home);
        files.complete(home);
        ServerProcess.leftBehind(home, files).forEach(ServerProcess::stop);
        this.account = Account.application(home);
        this.owner = Account.owner(home);
        Account.write(home);
        this.flags = new ServerFlags(home, LoopbackPort.of(home), settings);
        this.process = ready();
    }

    /// Starts the server and returns when it accepts the application's account.
    ///
    /// @throws EmbeddedServerException when the home is in use, or no server can run in it
    public static EmbeddedMariaDb start(Path directory, ServerSettings settings) {
        Home home = Home.at(directory);
        HomeLock lock = HomeLock.of(home);
        try {
            var server = new EmbeddedMariaDb(home, lock, settings);
            server.watch();
            return server;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /// The application's database, by TCP on the loopback address.
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + flags.port() + "/" + account.schema();
    }

    public String user() {
        return account.user();
    }

    public String password() {
        return account.password();
    }

    /// The account that owns the tables: it migrates, erases, and gives rights.
    public String ownerUser() {
        return owner.user();
    }

    public String ownerPassword() {
        return owner.password();
    }

    /// The number of the server's process, for who wants to see what happens when it dies.
    public synchronized long pid() {
        return process.handle().pid();
    }

    /// Stops the server cleanly and gives the home free.
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            process.stop();
            lock.close();
        }
    }

    private ServerProcess ready() {
        var started = ServerProcess.start(home, files, flags.toList());
        try {
            new Readiness(url(), user(), password())
                    .await(started, home, flags.settings().patience());
            return started;
        } catch (RuntimeException e) {
            started.stop();
            throw e;
        }
    }

    private synchronized void watch() {
        var _ = process.handle().onExit().thenRunAsync(this::revive);
    }

    private synchronized void revive() {
        if (closed) {
            return;
        }
        LOG.warn("The database server {} is gone; starting it again", process.handle().pid());
        try {
            process = ready();
            watch();
            LOG.info("The database server is back");
        } catch (RuntimeException e) {
            LOG.error("The database server does not come back: {}", e.getMessage());
        }
    }
}
