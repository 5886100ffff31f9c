package io.mergedesk.running;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A receiver of webhooks as its own process, that knows nothing of Mergedesk but what is
/// published. It keeps the ids of what it applied, and it is unreliable: busy, dropping requests
/// before it applied them and answers after it did.
final class ReceiverProgram {

    private static final Pattern PART =
            Pattern.compile("\"subject\":\"([^\"]+)\".*\"data\":\\{.*?\"revision\":(\\d+)");

    private final byte[] key;
    private final Path applied;
    private final Path wrong;
    private final Random random = new Random(7);
    private final Map<String, String> bodies = new HashMap<>();

    private ReceiverProgram(Path folder, String secret) throws IOException {
        key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        applied = folder.resolve("applied.txt");
        wrong = folder.resolve("wrong.txt");
        if (Files.exists(applied)) {
            for (var line : Files.readAllLines(applied)) {
                var parts = line.split(" ", -1);
                bodies.put(parts[0], parts[3]);
            }
        }
    }

    /// @param arguments a folder, a port, and a secret
    public static void main(String... arguments) throws IOException {
        var program = new ReceiverProgram(Path.of(arguments[0]), arguments[2]);
        var server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])),
                        100);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/in", program::receive);
        server.start();
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        int mood = mood();
        if (mood < 5) {
            exchange.close();
        } else if (mood < 10) {
            answer(exchange, 503);
        } else if (!isSigned(exchange, body)) {
            append(wrong, "not signed: " + exchange.getRequestHeaders().entrySet());
            answer(exchange, 401);
        } else {
            apply(exchange.getRequestHeaders().getFirst("webhook-id"), body);
            if (mood < 20) {
                exchange.close();
            } else {
                answer(exchange, 204);
            }
        }
    }

    private synchronized int mood() {
        return random.nextInt(100);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var start =
                    headers.getFirst("webhook-id")
                            + "."
                            + headers.getFirst("webhook-timestamp")
                            + ".";
            mac.update(start.getBytes(StandardCharsets.UTF_8));
            var right = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return Arrays.asList(headers.getFirst("webhook-signature").split(" ", -1))
                    .contains(right);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What has an id that is known was applied already, and must be the same.
    private synchronized void apply(String id, byte[] bytes) throws IOException {
        var body = new String(bytes, StandardCharsets.UTF_8);
        var digest = digest(bytes);
        var known = bodies.putIfAbsent(id, digest);
        if (known == null) {
            var part = PART.matcher(body);
            if (part.find()) {
                append(applied, id + " " + part.group(1) + " " + part.group(2) + " " + digest);
            } else {
                append(wrong, "not understood: " + body);
            }
        } else if (!known.equals(digest)) {
            append(wrong, "another body with the id " + id + ": " + body);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void append(Path file, String line) throws IOException {
        Files.write(
                file,
                (line + "\n").getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
