package io.mergedesk.storage.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A real MariaDB server under a home directory, running from [#start] to [#close].
///
/// Programs, data, log, port and password stay in the home, so that the next start finds them. A
/// server that outlived a killed application is stopped first. Only this machine can connect, and
/// only with the password.
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final String SCHEMA = "mergedesk";
    private static final String USER = "mergedesk";

    private final HomeLock lock;
    private final ServerProcess process;
    private final int port;
    private final String password;

    private EmbeddedMariaDb(HomeLock lock, ServerProcess process, int port, String password) {
        this.lock = lock;
        this.process = process;
        this.port = port;
        this.password = password;
    }

    /// Starts the server and returns when it accepts the application's account.
    ///
    /// @throws EmbeddedServerException when the home is in use, or no server can run in it
    public static EmbeddedMariaDb start(Path directory, ServerSettings settings) {
        Home home = Home.at(directory);
        HomeLock lock = HomeLock.of(home);
        try {
            return start(home, lock, settings);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedMariaDb start(Home home, HomeLock lock, ServerSettings settings) {
        var files = ServerFiles.of(home);
        files.complete(home);
        ServerProcess.leftBehind(home, files).forEach(ServerProcess::stop);
        String password = home.password();
        int port = choosePort(home);
        writeInitFile(home, password);
        var process = ServerProcess.start(home, files, flags(home, port, settings));
        var server = new EmbeddedMariaDb(lock, process, port, password);
        try {
            new Readiness(server.url(), USER, password).await(process, home, settings.patience());
        } catch (RuntimeException e) {
            process.stop();
            throw e;
        }
        return server;
    }

    /// The application's database, by TCP on the loopback address.
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /// The server's process, for who wants to see what happens when it dies.
    public long pid() {
        return process.handle().pid();
    }

    /// Stops the server cleanly and gives the home free.
    @Override
    public void close() {
        process.stop();
        lock.close();
    }

    private static List<String> flags(Home home, int port, ServerSettings settings) {
        var flags =
                new ArrayList<>(
                        List.of(
                                "--basedir=" + home.base(),
                                "--tmpdir=" + home.temporary(),
                                "--init-file=" + home.initFile(),
                                "--bind-address=127.0.0.1",
                                "--port=" + port,
                                // relative to the data directory: a socket's path may not be long
                                "--socket=mariadbd.sock",
                                "--pid-file=mariadbd.pid",
                                "--skip-name-resolve",
                                // loopback only; making a certificate takes seconds at each start
                                "--skip-ssl",
                                "--local-infile=0",
                                "--character-set-server=utf8mb4",
                                "--collation-server=utf8mb4_uca1400_ai_ci",
                                "--max-allowed-packet=64M",
                                "--max-connections=300",
                                "--innodb-buffer-pool-size=" + settings.bufferPoolMegabytes() + "M",
                                "--innodb-flush-log-at-trx-commit="
                                        + (settings.durable() ? 1 : 0)));
        if (!settings.durable()) {
            flags.add("--innodb-doublewrite=0");
            flags.add("--innodb-flush-method=nosync");
        }
        if (isRoot(home)) {
            flags.add("--user=root");
        }
        return flags;
    }

    /// The server refuses root unless told; what the home's owner may do is what this process may.
    private static boolean isRoot(Home home) {
        try {
            return Files.getAttribute(home.lock(), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (UnsupportedOperationException | IllegalArgumentException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeInitFile(Home home, String password) {
        String account = "'%s'@'127.0.0.1'".formatted(USER);
        try {
            Home.writePrivately(
                    home.initFile(),
                    String.join(
                            "\n",
                            "CREATE DATABASE IF NOT EXISTS " + SCHEMA + ";",
                            "DROP DATABASE IF EXISTS test;",
                            "DELETE FROM mysql.global_priv WHERE User = '';",
                            "FLUSH PRIVILEGES;",
                            "CREATE USER IF NOT EXISTS " + account + ";",
                            "ALTER USER " + account + " IDENTIFIED BY '" + password + "';",
                            "GRANT ALL PRIVILEGES ON `" + SCHEMA + "%`.* TO " + account + ";",
                            ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int choosePort(Home home) {
        try {
            int remembered =
                    Files.exists(home.port())
                            ? Integer.parseInt(Files.readString(home.port()).strip())
                            : 0;
            int port = isFree(remembered) ? freePort(remembered) : freePort(0);
            Files.writeString(home.port(), port + "\n");
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try {
            freePort(port);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort(int wanted) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        }
    }
}
