package io.mergedesk.sync.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Another system on a real socket of this machine, that behaves as a test wants it to.
final class Receiver implements AutoCloseable {

    private final ServerSocket server;
    private final String scheme;
    private final Manner manner;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    /// @param headers by their names in lower case
    record Request(String line, Map<String, String> headers, String body) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /// What it does with a request; to end the connection it closes the socket.
    interface Manner {
        void answer(Request request, Socket socket) throws IOException, InterruptedException;
    }

    private Receiver(ServerSocket server, String scheme, Manner manner) {
        this.server = server;
        this.scheme = scheme;
        this.manner = manner;
        Thread.ofVirtual().start(this::accept);
    }

    static Receiver that(Manner manner) {
        try {
            return new Receiver(
                    new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), "http", manner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Receiver secure(SSLContext context, Manner manner) {
        try {
            return new Receiver(
                    context.getServerSocketFactory()
                            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    "https",
                    manner);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Manner answering(int status, String... headers) {
        return (_, socket) -> write(socket, status, "", headers);
    }

    static Manner answeringWith(int status, String body, String... headers) {
        return (_, socket) -> write(socket, status, body, headers);
    }

    static Manner closing() {
        return (_, socket) -> socket.close();
    }

    /// Answers nothing until the test is over.
    static Manner hanging() {
        return (_, _) -> new CountDownLatch(1).await();
    }

    static void write(Socket socket, int status, String body, String... headers)
            throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var head =
                "HTTP/1.1 %d Said\r\nContent-Length: %d\r\n".formatted(status, bytes.length)
                        + String.join(
                                "", List.of(headers).stream().map(one -> one + "\r\n").toList())
                        + "\r\n";
        OutputStream out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(bytes);
        out.flush();
    }

    int port() {
        return server.getLocalPort();
    }

    URI url(String path) {
        return URI.create(scheme + "://localhost:" + port() + path);
    }

    List<Request> requests() {
        return requests;
    }

    Request onlyRequest() {
        if (requests.size() != 1) {
            throw new AssertionError("expected one request, got " + requests);
        }
        return requests.getFirst();
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            while (!socket.isClosed()) {
                var request = read(in);
                if (request == null) {
                    return;
                }
                requests.add(request);
                manner.answer(request, socket);
            }
        } catch (IOException _) {
            // the other side went away
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static @Nullable Request read(InputStream in) throws IOException {
        var line = line(in);
        if (line.isEmpty()) {
            return null;
        }
        var headers = new TreeMap<String, String>();
        for (var header = line(in); !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Request(
                line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int one = in.read(); one >= 0 && one != '\n'; one = in.read()) {
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
