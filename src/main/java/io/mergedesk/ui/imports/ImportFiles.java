package io.mergedesk.ui.imports;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// The temporary files of one page: deleted when the page is left and no import needs them any
/// more.
final class ImportFiles implements Serializable {

    private static final long serialVersionUID = 1L;

    private final transient List<Path> files = new ArrayList<>();
    private final AtomicInteger users = new AtomicInteger();
    private boolean left;

    synchronized void keep(Path file) {
        files.add(file);
        left = false;
    }

    /// Lends the files to an import.
    ///
    /// @return to be run when it no longer needs them
    synchronized Runnable lend() {
        users.incrementAndGet();
        return () -> {
            users.decrementAndGet();
            deleteUnused();
        };
    }

    synchronized void leave() {
        left = true;
        deleteUnused();
    }

    private synchronized void deleteUnused() {
        if (!left || users.get() > 0) {
            return;
        }
        try {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
            files.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
