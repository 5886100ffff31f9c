package io.mergedesk.storage.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/// Holds a home for this process alone; the operating system lets go of it when the process dies.
final class HomeLock implements AutoCloseable {

    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock of(Home home) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(channel)) {
                channel.close();
                throw new EmbeddedServerException(
                        "Another Mergedesk is running in "
                                + home.directory()
                                + ": stop it first, or set MERGEDESK_HOME to another directory.");
            }
            return new HomeLock(channel);
        } catch (IOException e) {
            throw new EmbeddedServerException(
                    "The home "
                            + home.directory()
                            + " cannot be locked: set MERGEDESK_HOME to a directory that can be"
                            + " written.",
                    e);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // the lock is gone with the channel, whatever else went wrong
        }
    }
}
