package io.mergedesk.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// One connection over which requests of HTTP/1.1 go one after the other, as plainly as can be: the
/// clients of a benchmark run on the processors of the server. Where the server ends it, as it does
/// after some requests, the next one opens another.
final class KeptConnection implements AutoCloseable {

    private final URI address;
    private Socket socket;
    private InputStream answers;

    /// @param headers by their names in small letters
    record Answer(int status, Map<String, String> headers, String body) {

        String header(String name) throws IOException {
            var value = headers.get(name);
            if (value == null) {
                throw new IOException("expected the header " + name + " among " + headers);
            }
            return value;
        }
    }

    KeptConnection(URI address) throws IOException {
        this.address = address;
        socket = open(address);
        answers = new BufferedInputStream(socket.getInputStream());
    }

    private static Socket open(URI address) throws IOException {
        var socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    /// @param headers each with its name, and a line end behind it
    Answer send(String method, String path, String headers, String body) throws IOException {
        var sent = body.getBytes(StandardCharsets.UTF_8);
        var head =
                "%s %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n%s\r\n"
                        .formatted(method, path, address.getAuthority(), sent.length, headers)
                        .getBytes(StandardCharsets.ISO_8859_1);
        var request = new byte[head.length + sent.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(sent, 0, request, head.length, sent.length);
        socket.getOutputStream().write(request);
        var answer = read();
        if ("close".equals(answer.headers().get("connection"))) {
            socket.close();
            socket = open(address);
            answers = new BufferedInputStream(socket.getInputStream());
        }
        return answer;
    }

    private Answer read() throws IOException {
        var status = line();
        var headers = new HashMap<String, String>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        var body = new StringBuilder();
        if (headers.containsKey("transfer-encoding")) {
            for (int size = chunk(); size > 0; size = chunk()) {
                body.append(text(size));
                line();
            }
            line();
        } else {
            body.append(text(Integer.parseInt(headers.getOrDefault("content-length", "0"))));
        }
        return new Answer(Integer.parseInt(status.split(" ", 3)[1]), headers, body.toString());
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String text(int bytes) throws IOException {
        return new String(answers.readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int one = answers.read(); one != '\n'; one = answers.read()) {
            if (one < 0) {
                throw new IOException("the server closed the connection");
            }
            if (one != '\r') {
                line.append((char) one);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
