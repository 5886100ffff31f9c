package io.mergedesk.api;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/// What the description of the API says about the WebSocket, which is no controller.
@Configuration(proxyBeanMethods = false)
class RealtimeOpenApi {

    private static final String PROTOCOL =
            """
            Frames are JSON texts. The server greets:
            `{"type":"welcome","client":"crm-1","sequence":41,"heartbeat":25}`.

            Subscribe, as often as you like, each time under another `ref`:
            `{"type":"subscribe","ref":"1","events":["entity:*"],"types":["contacts"],"entities":[],"after":41}`. \
            Without `types` and `entities` it is all of them; without `after` it begins now. The answer is \
            `{"type":"subscribed","ref":"1","sequence":41}` or \
            `{"type":"error","ref":"1","field":"events","message":"events: expected …"}`.

            Then you are told `{"type":"event","ref":"1","event":"entity:updated","sequence":42,"data":{…}}`: \
            `data` is a change as `/api/v1/changes` has it. Subscribe again with `after` = the last `sequence` you \
            have dealt with, and every change you may see comes exactly once and in order, however the connection \
            ended. `{"type":"at","ref":"1","sequence":60}` moves that place on when nothing you want came.

            `sync:conflict` comes to supervisors and to whom it concerns, other `sync:*` and `network:*` to admins. \
            These have no `sequence`: what happens while you are away is not told later.

            The server sends WebSocket pings every `heartbeat` seconds, which clients answer by themselves; \
            `{"type":"ping","ref":"7"}` is answered by `{"type":"pong","ref":"7"}`. Who is not heard for two \
            heartbeats and ten seconds is closed. `{"type":"unsubscribe","ref":"1"}` ends a subscription.

            Codes of the close frame: 1001 the server stops, 1009 a frame of more than 8,192 characters, 4000 closed \
            by an admin, 4001 silent, 4003 no access any more, 4008 too slow (before it, \
            `{"type":"behind","sequence":41}` says from where to go on), 4009 the same `client` has connected \
            again, 4029 more than 20 frames a second.

            Pages of other sites are refused by their `Origin`. A person has at most 100 clients, a client at most \
            32 subscriptions.\
            """;

    /// In front of what adds the problems that every request may meet.
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    OpenApiCustomizer realtimeGateway() {
        return api -> api.path(RealtimeSocketConfiguration.PATH, new PathItem().get(connecting()));
    }

    private static Operation connecting() {
        return new Operation()
                .operationId("connect")
                .addTagsItem("Realtime")
                .summary("Stay connected (WebSocket)")
                .description(PROTOCOL)
                .addParametersItem(
                        new QueryParameter()
                                .name("client")
                                .description(
                                        "What you call yourself, the same after each reconnect: 1 to 64"
                                                + " letters, digits, dots, _ or -")
                                .schema(new StringSchema()))
                .responses(
                        new ApiResponses()
                                .addApiResponse("101", says("Connected"))
                                .addApiResponse("401", says("Not signed in"))
                                .addApiResponse("403", says("A page of another site"))
                                .addApiResponse("426", says("Not a WebSocket handshake"))
                                .addApiResponse("429", says("Too many clients of this person")));
    }

    private static ApiResponse says(String words) {
        return new ApiResponse().description(words);
    }
}
