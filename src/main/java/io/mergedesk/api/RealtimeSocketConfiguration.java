package io.mergedesk.api;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.ServletWebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

/// Where programs connect. Browsers of other sites are refused by their `Origin`; programs send
/// none.
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class RealtimeSocketConfiguration implements WebSocketConfigurer {

    static final String PATH = "/api/v1/realtime";

    private static final int BEFORE_CONTROLLERS = -1;

    private final RealtimeSocket socket;
    private final RealtimeHandshake handshake;

    RealtimeSocketConfiguration(RealtimeSocket socket, RealtimeHandshake handshake) {
        this.socket = socket;
        this.handshake = handshake;
    }

    @Override
    public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
        registry.addHandler(socket, PATH)
                .addInterceptors(handshake)
                .setHandshakeHandler(new PlainHandshake());
        if (registry instanceof ServletWebSocketHandlerRegistry servlet) {
            servlet.setOrder(BEFORE_CONTROLLERS);
        }
    }

    /// Without compression: it would cost each client's frames anew, and memory for each client.
    private static final class PlainHandshake extends DefaultHandshakeHandler {

        @Override
        protected List<WebSocketExtension> filterRequestedExtensions(
                ServerHttpRequest request,
                List<WebSocketExtension> requested,
                List<WebSocketExtension> supported) {
            return List.of();
        }
    }
}
