package io.mergedesk.bench;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A program at the realtime gateway, on a plain socket with as little work as can be (RFC 6455): it
/// runs on the processors of the server. Follows the feed, and leaves at random to come back where it
/// was.
final class Listener implements Runnable {

    private static final byte[] MARK = "\"sequence\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TOLD = "{\"type\":\"event\"".getBytes(StandardCharsets.US_ASCII);

    /// When a change arrived.
    record Arrival(long sequence, long nanos) {}

    private final URI address;
    private final String token;
    private final Random random;
    private final List<Arrival> arrivals = new ArrayList<>();
    private volatile long last;
    private final AtomicInteger wrong = new AtomicInteger();
    private volatile boolean connected;
    private volatile boolean over;
    private volatile double leaving;
    private volatile @Nullable Socket socket;

    /// @param after the last change it has
    Listener(URI address, String token, long after, long seed) {
        this.address = address;
        this.token = token;
        this.last = after;
        this.random = new Random(seed);
    }

    /// From now on it leaves after one in so many changes.
    void leaveAfterOneIn(double changes) {
        leaving = 1 / changes;
    }

    long last() {
        return last;
    }

    /// How many changes were missing, or came again.
    int wrong() {
        return wrong.get();
    }

    boolean isConnected() {
        return connected;
    }

    /// What came since the last asking.
    synchronized List<Arrival> take() {
        var taken = List.copyOf(arrivals);
        arrivals.clear();
        return taken;
    }

    void stop() throws IOException {
        over = true;
        var open = socket;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void run() {
        while (!over) {
            try (var opened = new Socket(address.getHost(), address.getPort())) {
                socket = opened;
                opened.setTcpNoDelay(true);
                follow(opened);
            } catch (IOException _) {
                // it comes back
            }
            connected = false;
        }
    }

    private void follow(Socket opened) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(opened.getInputStream()));
        shakeHands(opened, in);
        send(
                opened,
                1,
                "{\"type\":\"subscribe\",\"ref\":\"1\",\"events\":[\"entity:*\"],\"after\":"
                        + last
                        + "}");
        while (!over) {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte() & 127;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = (int) in.readLong();
            }
            var payload = in.readNBytes(length);
            switch (first & 15) {
                case 1 -> heard(payload);
                case 9 -> send(opened, 10, new String(payload, StandardCharsets.US_ASCII));
                case 8 -> {
                    return;
                }
                default -> {}
            }
            if (leaving > 0 && random.nextDouble() < leaving) {
                return;
            }
        }
    }

    private void heard(byte[] frame) {
        connected = true;
        if (!startsWith(frame, TOLD)) {
            return;
        }
        long now = System.nanoTime();
        long sequence = sequence(frame);
        if (sequence != last + 1) {
            wrong.incrementAndGet();
        }
        last = sequence;
        synchronized (this) {
            arrivals.add(new Arrival(sequence, now));
        }
    }

    private static boolean startsWith(byte[] frame, byte[] start) {
        return frame.length >= start.length
                && java.util.Arrays.equals(frame, 0, start.length, start, 0, start.length);
    }

    private static long sequence(byte[] frame) {
        int at = TOLD.length;
        while (!java.util.Arrays.equals(frame, at, at + MARK.length, MARK, 0, MARK.length)) {
            at++;
        }
        long sequence = 0;
        for (int i = at + MARK.length; frame[i] >= '0' && frame[i] <= '9'; i++) {
            sequence = sequence * 10 + frame[i] - '0';
        }
        return sequence;
    }

    private void shakeHands(Socket opened, DataInputStream in) throws IOException {
        var request =
                """
                GET /api/v1/realtime HTTP/1.1\r
                Host: %s\r
                Upgrade: websocket\r
                Connection: Upgrade\r
                Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                Sec-WebSocket-Version: 13\r
                Authorization: Bearer %s\r
                \r
                """
                        .formatted(address.getAuthority(), token);
        opened.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            head.append((char) in.readUnsignedByte());
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("expected 101, got " + head.substring(0, head.indexOf("\r")));
        }
    }

    /// One frame, masked with zeros: the text stays as it is.
    private static void send(Socket opened, int opcode, String text) throws IOException {
        var payload = text.getBytes(StandardCharsets.UTF_8);
        var frame = new byte[6 + payload.length];
        if (payload.length > 125) {
            throw new IllegalArgumentException("expected at most 125 bytes, got " + text);
        }
        frame[0] = (byte) (128 | opcode);
        frame[1] = (byte) (128 | payload.length);
        System.arraycopy(payload, 0, frame, 6, payload.length);
        opened.getOutputStream().write(frame);
    }
}
