package io.mergedesk.storage.embedded;

import java.time.Duration;

/// How the embedded server runs.
///
/// @param bufferPoolMegabytes memory for pages, 64 or more
/// @param durable whether every commit reaches the disk before it is acknowledged; false only in
///   tests
/// @param patience how long to wait for readiness, recovery after a crash included
public record ServerSettings(int bufferPoolMegabytes, boolean durable, Duration patience) {

    /// What an installation uses: 512 MB, durable, up to two minutes of recovery.
    public static final ServerSettings SAFE = new ServerSettings(512, true, Duration.ofMinutes(2));

    public ServerSettings {
        if (bufferPoolMegabytes < 64) {
            throw new IllegalArgumentException(
                    "The buffer pool needs 64 MB or more, not " + bufferPoolMegabytes);
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("Patience must be positive, not " + patience);
        }
    }

    public ServerSettings withBufferPoolMegabytes(int megabytes) {
        return new ServerSettings(megabytes, durable, patience);
    }
}
