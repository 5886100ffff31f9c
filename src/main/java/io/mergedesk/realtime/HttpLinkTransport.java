package io.mergedesk.realtime;

import io.mergedesk.sync.CheckedNames;
import io.mergedesk.sync.RefusedAddressException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Connects with the WebSocket client of the JDK, only where it may.
final class HttpLinkTransport implements LinkTransport {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int LONGEST = 4 * 1024 * 1024;

    private final CheckedNames names;

    HttpLinkTransport(CheckedNames names) {
        this.names = names;
    }

    private record Socket(WebSocket socket, Way way) implements Connection {

        @Override
        public void send(String frame) throws IOException {
            try {
                socket.sendText(frame, true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException("it does not take what is sent", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }

        @Override
        public void close() {
            var _ =
                    socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                            .orTimeout(1, TimeUnit.SECONDS)
                            .whenComplete((_, _) -> {
                                socket.abort();
                                way.close();
                            });
        }
    }

    /// What one connection goes through.
    private record Way(CheckedTunnel tunnel, HttpClient http) implements AutoCloseable {

        static Way through(CheckedTunnel tunnel) {
            return new Way(
                    tunnel, HttpClient.newBuilder().connectTimeout(PATIENCE).proxy(tunnel).build());
        }

        @Override
        public void close() {
            tunnel.close();
            http.shutdownNow();
        }
    }

    /// Puts frames together that come in pieces.
    private static final class Listener implements WebSocket.Listener {

        private final Ear ear;
        private final StringBuilder begun = new StringBuilder();

        Listener(Ear ear) {
            this.ear = ear;
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            begun.append(data);
            if (begun.length() > LONGEST) {
                socket.abort();
                ear.ended("it sent a frame of more than " + LONGEST + " characters");
            } else if (last) {
                var frame = begun.toString();
                begun.setLength(0);
                ear.frame(frame);
            }
            socket.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            ear.ended(
                    reason.isEmpty()
                            ? "it closed the connection (" + code + ")"
                            : "it said: " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            ear.ended("the connection broke");
        }
    }

    @Override
    public Connection open(URI gateway, boolean allowPrivate, String token, Ear ear)
            throws IOException, InterruptedException {
        var way = Way.through(tunnel(gateway, allowPrivate));
        boolean opened = false;
        try {
            var socket =
                    way.http()
                            .newWebSocketBuilder()
                            .connectTimeout(PATIENCE)
                            .header("Authorization", "Bearer " + token)
                            .buildAsync(gateway, new Listener(ear))
                            .get(PATIENCE.toSeconds() + 1, TimeUnit.SECONDS);
            opened = true;
            return new Socket(socket, way);
        } catch (TimeoutException e) {
            throw new IOException("it does not answer", e);
        } catch (ExecutionException | CompletionException e) {
            throw new IOException(words(Optional.ofNullable(e.getCause()).orElse(e)), e);
        } finally {
            if (!opened) {
                way.close();
            }
        }
    }

    private CheckedTunnel tunnel(URI gateway, boolean allowPrivate) throws IOException {
        try {
            return CheckedTunnel.to(gateway, allowPrivate, names, PATIENCE);
        } catch (RefusedAddressException e) {
            throw new IOException(e.getMessage() + ", and this link may not lead there", e);
        } catch (UnknownHostException e) {
            throw new IOException("its name is not known", e);
        } catch (SocketTimeoutException e) {
            throw new IOException("it does not answer", e);
        } catch (IOException e) {
            throw new IOException("it cannot be reached", e);
        }
    }

    private static String words(Throwable failure) {
        return switch (failure) {
            case WebSocketHandshakeException refused ->
                    switch (refused.getResponse().statusCode()) {
                        case 401 -> "it does not accept the token";
                        case 403 -> "it refuses to let us in";
                        case 404 -> "there is no gateway at this address";
                        case 429 -> "it has too many clients of this person";
                        default ->
                                "it answered with the status " + refused.getResponse().statusCode();
                    };
            case ConnectException _ -> "it cannot be reached";
            case java.net.http.HttpTimeoutException _ -> "it does not answer";
            default -> "the connection failed: " + failure.getClass().getSimpleName();
        };
    }
}
