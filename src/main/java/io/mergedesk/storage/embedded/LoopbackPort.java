package io.mergedesk.storage.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;

/// A port of this machine for the server: the one of last time while it is free.
final class LoopbackPort {

    private LoopbackPort() {}

    static int of(Home home) {
        try {
            int remembered =
                    Files.exists(home.port())
                            ? Integer.parseInt(Files.readString(home.port()).strip())
                            : 0;
            int port = bound(isFree(remembered) ? remembered : 0);
            Files.writeString(home.port(), port + "\n");
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFree(int port) {
        try {
            bound(port);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int bound(int wanted) throws IOException {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        }
    }
}
