package io.mergedesk.api;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// A program at the gateway over a plain socket: what it does not read, nobody reads for it.
final class RawProgram implements AutoCloseable {

    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;
    private final DataInputStream in;

    /// What came in one frame.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Frame(int kind, byte[] body) {

        boolean isText() {
            return kind == TEXT;
        }

        boolean isClose() {
            return kind == CLOSE;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        int closeCode() {
            return ByteBuffer.wrap(body).getShort() & 0xffff;
        }
    }

    private RawProgram(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
    }

    /// Connected and greeted; takes little at a time.
    static RawProgram open(Program program) throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.setSoTimeout((int) PATIENCE.toMillis());
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), program.port()));
        var raw = new RawProgram(socket);
        var account = program.account() + ":" + program.password();
        socket.getOutputStream()
                .write(
                        ("GET /api/v1/realtime?client=raw HTTP/1.1\r\nHost: 127.0.0.1:"
                                        + program.port()
                                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                        + "Sec-WebSocket-Version: 13\r\n"
                                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                        + "Authorization: Basic "
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        account.getBytes(StandardCharsets.UTF_8))
                                        + "\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) raw.in.readByte());
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("expected to be let in, got " + answer);
        }
        raw.next();
        return raw;
    }

    /// Sends a short frame of text, masked with nothing.
    void send(String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        var frame = ByteBuffer.allocate(body.length + 8);
        frame.put((byte) (0x80 | TEXT)).put((byte) (0x80 | 126)).putShort((short) body.length);
        frame.putInt(0).put(body);
        socket.getOutputStream().write(frame.array());
    }

    /// The next frame that is text or the last one; pings are not answered.
    Frame next() throws IOException {
        Frame frame;
        do {
            frame = read();
        } while (!frame.isText() && !frame.isClose());
        return frame;
    }

    private Frame read() throws IOException {
        int kind = in.readUnsignedByte() & 0x0f;
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        var body = new byte[(int) length];
        in.readFully(body);
        return new Frame(kind, body);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
