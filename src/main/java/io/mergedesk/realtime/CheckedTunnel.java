package io.mergedesk.realtime;

import io.mergedesk.sync.CheckedNames;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The way to one host within the rules for addresses: the JDK's client looks names up itself and
/// cannot be told which address to take, so it is given a proxy on this machine that takes one
/// connection, to an address that was checked, and passes the bytes on as they are.
final class CheckedTunnel extends ProxySelector implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedTunnel.class);
    private static final int LONGEST_REQUEST = 8_192;
    private static final byte[] OPEN =
            "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;
    private final Socket inside;

    private CheckedTunnel(ServerSocket door, Socket inside) {
        this.door = door;
        this.inside = inside;
    }

    /// Connects to the host of that address.
    ///
    /// @throws IOException in words for people, where it may not or cannot be connected to
    static CheckedTunnel to(
            URI gateway, boolean allowPrivate, CheckedNames names, Duration patience)
            throws IOException {
        int usual = gateway.getScheme().toLowerCase(Locale.ROOT).equals("wss") ? 443 : 80;
        int port = gateway.getPort() >= 0 ? gateway.getPort() : usual;
        var host = gateway.getHost().replaceAll("[\\[\\]]", "");
        var inside = connect(names.resolve(host, port, allowPrivate), patience);
        try {
            var tunnel =
                    new CheckedTunnel(
                            new ServerSocket(0, 1, InetAddress.getLoopbackAddress()), inside);
            tunnel.door.setSoTimeout((int) patience.toMillis());
            Thread.ofVirtual().name("link-tunnel").start(tunnel::serve);
            return tunnel;
        } catch (IOException e) {
            inside.close();
            throw e;
        }
    }

    private static Socket connect(List<InetSocketAddress> addresses, Duration patience)
            throws IOException {
        var failure = new IOException("no address");
        for (var address : addresses) {
            var socket = new Socket();
            try {
                socket.connect(address, (int) patience.toMillis());
                socket.setTcpNoDelay(true);
                return socket;
            } catch (IOException e) {
                socket.close();
                failure = e;
            }
        }
        throw failure;
    }

    private void serve() {
        try (var client = door.accept()) {
            // nobody else comes in
            door.close();
            client.setTcpNoDelay(true);
            readRequest(client.getInputStream());
            client.getOutputStream().write(OPEN);
            var back = Thread.ofVirtual().name("link-tunnel").start(() -> pass(inside, client));
            pass(client, inside);
            back.join();
        } catch (IOException e) {
            LOG.debug("a tunnel ended: {}", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /// `CONNECT host:port` and its headers: where it leads is settled already.
    private static void readRequest(InputStream in) throws IOException {
        int newlines = 0;
        for (int i = 0; i < LONGEST_REQUEST && newlines < 2; i++) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("nothing was asked");
            }
            if (one != '\r') {
                newlines = one == '\n' ? newlines + 1 : 0;
            }
        }
        if (newlines < 2) {
            throw new IOException("expected a request of at most " + LONGEST_REQUEST + " bytes");
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            close(from);
            close(to);
        }
    }

    @Override
    public List<Proxy> select(URI asked) {
        return List.of(new Proxy(Proxy.Type.HTTP, door.getLocalSocketAddress()));
    }

    @Override
    public void connectFailed(URI asked, SocketAddress address, IOException failure) {
        LOG.debug("{} was not reached through its tunnel: {}", asked, failure.getMessage());
    }

    @Override
    public void close() {
        close(door);
        close(inside);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            LOG.debug("could not be closed: {}", e.getMessage());
        }
    }
}
