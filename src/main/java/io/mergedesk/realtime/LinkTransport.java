package io.mergedesk.realtime;

import java.io.IOException;
import java.net.URI;

/// Connects to gateways of others.
interface LinkTransport {

    /// The open way to a gateway.
    interface Connection extends AutoCloseable {

        void send(String frame) throws IOException;

        @Override
        void close();
    }

    /// Hears what comes, one call at a time; the next frame comes once a call has returned.
    interface Ear {

        void frame(String text);

        /// The connection has ended; nothing comes any more.
        ///
        /// @param problem in words
        void ended(String problem);
    }

    /// @param allowPrivate whether it may lead into a private network
    /// @throws IOException with words for people, when it cannot be opened
    Connection open(URI gateway, boolean allowPrivate, String token, Ear ear)
            throws IOException, InterruptedException;
}
