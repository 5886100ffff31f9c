package io.mergedesk.api;

import io.mergedesk.realtime.CloseReason;
import io.mergedesk.realtime.Line;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.PingMessage;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// A client at the other end of a WebSocket. The container gives up a frame that is not taken
/// within twenty seconds.
record SocketLine(WebSocketSession session) implements Line {

    private static final Logger LOG = LoggerFactory.getLogger(SocketLine.class);

    @Override
    public void send(String frame) throws IOException {
        session.sendMessage(new TextMessage(frame));
    }

    @Override
    public void ping(String mark) throws IOException {
        session.sendMessage(
                new PingMessage(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII))));
    }

    @Override
    public void close(CloseReason reason) {
        try {
            session.close(new CloseStatus(reason.code(), reason.words()));
        } catch (IOException | IllegalStateException e) {
            LOG.debug("{} was gone already: {}", session.getId(), e.getMessage());
        }
    }
}
