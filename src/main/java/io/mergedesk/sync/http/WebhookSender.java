package io.mergedesk.sync.http;

import io.mergedesk.common.SiteId;
import io.mergedesk.sync.Answer;
import io.mergedesk.sync.Delivery;
import io.mergedesk.sync.Sender;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetKind;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Supplier;

/// Posts signed CloudEvents. Sources: Standard Webhooks 1.0.0, CloudEvents 1.0.2.
final class WebhookSender implements Sender {

    private static final int GONE = 410;

    private final HttpCaller http;
    private final Reach reach;
    private final Supplier<SiteId> site;
    private final InstantSource clock;

    WebhookSender(HttpCaller http, Reach reach, Supplier<SiteId> site, InstantSource clock) {
        this.http = http;
        this.reach = reach;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.WEBHOOK;
    }

    @Override
    public Answer deliver(Delivery delivery) {
        var definition = delivery.target().definition();
        var body =
                delivery.body()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .orElseGet(() ->
                                CloudEvent.write(delivery.job(), delivery.message(), site.get()));
        var call =
                new Call(
                        "POST",
                        definition.url(),
                        definition.allowPrivateAddress(),
                        headers(delivery, body),
                        body,
                        Call.BRIEF);
        var reply = http.call(call);
        var exchange = Exchanges.of(call, reply, delivery.secrets());
        return switch (reply) {
            case Reply.Forbidden(var problem, _) -> new Answer.Refused(exchange, problem);
            case Reply.Silent(var problem, _) -> new Answer.Unreachable(exchange, problem);
            case Reply.Answered answered when answered.status() == GONE ->
                    new Answer.Gone(exchange, "it answered 410: it wants nothing any more");
            case Reply.Answered answered -> Statuses.read(answered, exchange, clock.instant());
        };
    }

    private SequencedMap<String, String> headers(Delivery delivery, byte[] body) {
        var id = delivery.job().toString();
        var now = clock.instant();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", CloudEvent.CONTENT_TYPE);
        headers.put(StandardWebhooks.ID, id);
        headers.put(StandardWebhooks.TIMESTAMP, Long.toString(now.getEpochSecond()));
        var signature = StandardWebhooks.sign(delivery.secrets(), id, now, body);
        if (!signature.isEmpty()) {
            headers.put(StandardWebhooks.SIGNATURE, signature);
        }
        return headers;
    }

    @Override
    public boolean reaches(Target target) {
        return reach.reaches(target.definition().url(), target.definition().allowPrivateAddress());
    }
}
