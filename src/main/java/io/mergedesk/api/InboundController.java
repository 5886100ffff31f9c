package io.mergedesk.api;

import io.mergedesk.sync.Inbound;
import io.mergedesk.sync.TargetId;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Changes of other systems, signed as webhooks are; the signature is all the proof that is asked.
@RestController
@RequestMapping("/api/v1/sync/inbound")
class InboundController implements InboundDescription {

    private static final int LONGEST_ID = 150;

    private final Inbound inbound;

    InboundController(Inbound inbound) {
        this.inbound = inbound;
    }

    @Override
    @PostMapping("/{id}")
    public ResponseEntity<Object> take(
            @PathVariable String id,
            @RequestHeader(name = "webhook-id", defaultValue = "") String messageId,
            @RequestHeader(name = "webhook-timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "webhook-signature", defaultValue = "") String signature,
            JsonBody body) {
        if (messageId.length() > LONGEST_ID) {
            return Problem.badRequest("webhook-id", "expected at most 150 characters").answer();
        }
        var message = new Inbound.Signed(messageId, timestamp, signature, body.bytes());
        var answer =
                target(id)
                        .map(target -> inbound.take(target, message))
                        .orElseGet(Inbound.Answer.Nobody::new);
        return switch (answer) {
            case Inbound.Answer.Nobody _ -> Problem.notFound("there is no such webhook").answer();
            case Inbound.Answer.Unproven(var problem) ->
                    Problem.of(HttpStatus.UNAUTHORIZED, problem).answer();
            case Inbound.Answer.Came(var arrival) -> ArrivalAnswer.toSender(arrival);
        };
    }

    private static Optional<TargetId> target(String id) {
        try {
            return Optional.of(new TargetId(Integer.parseInt(id)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
