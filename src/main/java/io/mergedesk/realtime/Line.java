package io.mergedesk.realtime;

import java.io.IOException;

/// The way to one client. One thread at a time sends.
public interface Line {

    /// Sends a frame of text; returns once it is taken, which may be a while.
    void send(String frame) throws IOException;

    /// Asks whether the other side is there; it answers with the same mark by itself.
    ///
    /// @param mark at most 125 characters of ASCII
    void ping(String mark) throws IOException;

    /// Ends the connection; does nothing where it has ended.
    void close(CloseReason reason);
}
