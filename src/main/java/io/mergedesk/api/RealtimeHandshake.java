package io.mergedesk.api;

import io.mergedesk.realtime.ClientId;
import io.mergedesk.realtime.Gateway;
import io.mergedesk.realtime.Visitor;
import io.mergedesk.security.CurrentActor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/// Looks at who wants to connect while that can still be answered with a problem.
@Component
class RealtimeHandshake implements HandshakeInterceptor {

    private static final String VISITOR = Visitor.class.getName();

    private final Gateway gateway;
    private final CurrentActor current;
    private final JsonMapper json;

    RealtimeHandshake(Gateway gateway, CurrentActor current, JsonMapper json) {
        this.gateway = gateway;
        this.current = current;
        this.json = json;
    }

    /// Who it was, of a connection that came through here.
    static Visitor visitor(Map<String, Object> attributes) {
        return (Visitor) Optional.ofNullable(attributes.get(VISITOR)).orElseThrow();
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var problem = problem(request);
        if (problem.isPresent()) {
            write(problem.get(), response);
            return false;
        }
        attributes.put(
                VISITOR,
                new Visitor(
                        current.require().id(),
                        asked(request).flatMap(ClientId::parse),
                        current.standing(),
                        request.getRemoteAddress().getAddress().getHostAddress()));
        return true;
    }

    private Optional<Problem> problem(ServerHttpRequest request) {
        if (!"websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())) {
            return Optional.of(
                    Problem.of(
                            HttpStatus.UPGRADE_REQUIRED,
                            "Expected a WebSocket handshake (RFC 6455)."));
        }
        var asked = asked(request);
        if (asked.isPresent() && asked.flatMap(ClientId::parse).isEmpty()) {
            return Optional.of(Problem.badRequest("client", "expected " + ClientId.EXPECTED));
        }
        return gateway.full(current.require().id(), asked.flatMap(ClientId::parse))
                .map(full -> Problem.of(HttpStatus.TOO_MANY_REQUESTS, full.words()));
    }

    private static Optional<String> asked(ServerHttpRequest request) {
        return Optional.ofNullable(
                UriComponentsBuilder.fromUri(request.getURI())
                        .build()
                        .getQueryParams()
                        .getFirst("client"));
    }

    private void write(Problem problem, ServerHttpResponse response) throws IOException {
        response.setStatusCode(problem.status());
        var headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == HttpStatus.UPGRADE_REQUIRED) {
            headers.put(HttpHeaders.UPGRADE, List.of("websocket"));
        }
        if (problem.status() == HttpStatus.TOO_MANY_REQUESTS) {
            headers.put(HttpHeaders.RETRY_AFTER, List.of("10"));
        }
        response.getBody().write(json.writeValueAsBytes(problem.body()));
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {}
}
