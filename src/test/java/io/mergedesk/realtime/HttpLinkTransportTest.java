package io.mergedesk.realtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mergedesk.sync.CheckedNames;
import io.mergedesk.sync.RefusedAddressException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Over real sockets; the names are made up.
class HttpLinkTransportTest {

    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> taken = new CopyOnWriteArrayList<>();
    private final LinkTransport.Ear ear =
            new LinkTransport.Ear() {
                @Override
                public void frame(String text) {
                    heard.add(text);
                }

                @Override
                public void ended(String problem) {
                    heard.add("ended: " + problem);
                }
            };
    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        for (var one : taken) {
            one.close();
        }
    }

    @Test
    void goes_to_the_address_that_was_checked_and_asks_for_no_other() throws Exception {
        // no name server knows such a name, so whoever asks again goes nowhere
        var asked = new AtomicInteger();
        CheckedNames names =
                (_, port, _) -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new RefusedAddressException("the address 10.0.0.5 is private");
                    }
                    return List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                };

        try (var _ = new HttpLinkTransport(names).open(gateway("desk.invalid"), false, "t", ear)) {
            await().until(() -> heard.contains("hello"));
        }

        assertThat(asked).hasValue(1);
        assertThat(requests.getFirst())
                .contains("Host: desk.invalid:" + server.getLocalPort())
                .contains("Authorization: Bearer t");
    }

    @Test
    void does_not_connect_where_it_may_not() {
        CheckedNames names =
                (_, _, allowPrivate) -> {
                    assertThat(allowPrivate).isFalse();
                    throw new RefusedAddressException("the address 10.0.0.5 is private");
                };
        var transport = new HttpLinkTransport(names);

        assertThatThrownBy(() -> transport.open(gateway("desk.invalid"), false, "t", ear))
                .isInstanceOf(IOException.class)
                .hasMessage("the address 10.0.0.5 is private, and this link may not lead there");
        assertThat(taken).isEmpty();
    }

    @Test
    void says_so_where_a_name_is_unknown_or_nobody_listens() throws Exception {
        CheckedNames unknown =
                (host, _, _) -> {
                    throw new UnknownHostException(host);
                };
        server.close();
        CheckedNames closed =
                (_, port, _) ->
                        List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));

        assertThatThrownBy(() ->
                        new HttpLinkTransport(unknown)
                                .open(gateway("desk.invalid"), false, "t", ear))
                .hasMessage("its name is not known");
        assertThatThrownBy(() ->
                        new HttpLinkTransport(closed)
                                .open(gateway("desk.invalid"), false, "t", ear))
                .hasMessage("it cannot be reached");
    }

    private URI gateway(String host) {
        return URI.create("ws://" + host + ":" + server.getLocalPort() + "/api/v1/realtime");
    }

    /// Greets each WebSocket with one frame.
    private void serve() {
        try {
            while (true) {
                var socket = server.accept();
                taken.add(socket);
                var request = new StringBuilder();
                while (request.indexOf("\r\n\r\n") < 0) {
                    request.append((char) socket.getInputStream().read());
                }
                requests.add(request.toString());
                var out = socket.getOutputStream();
                out.write(
                        ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                                        + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                                        + accept(request.toString())
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                out.write(new byte[] {(byte) 0x81, 5});
                out.write("hello".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException _) {
            // the test is over
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String accept(String request) throws Exception {
        var key = request.replaceAll("(?s).*Sec-WebSocket-Key: ([^\r]*)\r.*", "$1");
        return Base64.getEncoder()
                .encodeToString(
                        MessageDigest.getInstance("SHA-1")
                                .digest((key + GUID).getBytes(StandardCharsets.US_ASCII)));
    }
}
