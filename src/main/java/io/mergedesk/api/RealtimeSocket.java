package io.mergedesk.api;

import io.mergedesk.common.Subscription;
import io.mergedesk.realtime.Client;
import io.mergedesk.realtime.CloseReason;
import io.mergedesk.realtime.Gateway;
import io.mergedesk.security.AccessWatch;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PongMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.TextWebSocketHandler;

/// Joins the WebSockets of programs to the gateway.
@Component
class RealtimeSocket extends TextWebSocketHandler {

    private static final String CLIENT = Client.class.getName();

    private final Gateway gateway;
    private final Subscription access;

    RealtimeSocket(Gateway gateway, AccessWatch watch) {
        this.gateway = gateway;
        this.access = watch.onChange(gateway::wake);
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        var visitor = RealtimeHandshake.visitor(session.getAttributes());
        session.getAttributes().put(CLIENT, gateway.connect(visitor, new SocketLine(session)));
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage message) {
        client(session).ifPresent(client -> client.receive(message.getPayload()));
    }

    @Override
    protected void handlePongMessage(WebSocketSession session, PongMessage message) {
        var mark = StandardCharsets.US_ASCII.decode(message.getPayload()).toString();
        client(session).ifPresent(client -> client.pong(mark));
    }

    /// The frame that follows, of a client that is gone, ends its thread too.
    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        client(session).ifPresent(client -> client.close(CloseReason.LEFT));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        client(session).ifPresent(client -> client.close(CloseReason.LEFT));
    }

    /// While the server can still say goodbye.
    @EventListener(ContextClosedEvent.class)
    void closeAll() {
        access.close();
        gateway.close();
    }

    private static Optional<Client> client(WebSocketSession session) {
        return Optional.ofNullable((Client) session.getAttributes().get(CLIENT));
    }
}
