package io.mergedesk.storage.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// The command line of a server that only this machine reaches, and that keeps what it
/// acknowledges.
record ServerFlags(Home home, int port, ServerSettings settings) {

    List<String> toList() {
        var flags = new ArrayList<>(safe());
        flags.add("--innodb-buffer-pool-size=" + settings.bufferPoolMegabytes() + "M");
        if (settings.durable()) {
            flags.add("--innodb-flush-log-at-trx-commit=1");
        } else {
            flags.add("--innodb-flush-log-at-trx-commit=0");
            flags.add("--innodb-doublewrite=0");
            flags.add("--innodb-flush-method=nosync");
        }
        if (isRoot()) {
            flags.add("--user=root");
        }
        return flags;
    }

    private List<String> safe() {
        return List.of(
                "--basedir=" + home.base(),
                "--tmpdir=" + home.temporary(),
                "--init-file=" + home.initFile(),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                // loopback only; making a certificate takes seconds at each start
                "--skip-ssl",
                "--local-infile=0",
                // relative to the data directory: a socket's path may not be long
                "--socket=mariadbd.sock",
                "--pid-file=mariadbd.pid",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_ai_ci",
                "--max-allowed-packet=64M",
                "--max-connections=300");
    }

    /// The server refuses root unless told; the lock was just made or opened by this process.
    private boolean isRoot() {
        try {
            return Files.getAttribute(home.lock(), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (UnsupportedOperationException | IllegalArgumentException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
