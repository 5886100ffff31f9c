package io.mergedesk.sync.http;

import io.mergedesk.events.EventName;
import io.mergedesk.sync.Answer;
import io.mergedesk.sync.Delivery;
import io.mergedesk.sync.Exchange;
import io.mergedesk.sync.RestMapping;
import io.mergedesk.sync.Sender;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetKind;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Calls the REST endpoints of another system as a [RestMapping] says. What was refused there as
/// its record had changed meanwhile comes back with that record, so that people can decide.
final class RestSender implements Sender {

    /// A record of another system that is longer is not read.
    private static final int LONGEST_RECORD = 256 * 1_024;

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int PRECONDITION_FAILED = 412;

    private final HttpCaller http;
    private final Reach reach;
    private final InstantSource clock;

    RestSender(HttpCaller http, Reach reach, InstantSource clock) {
        this.http = http;
        this.reach = reach;
        this.clock = clock;
    }

    @Override
    public TargetKind kind() {
        return TargetKind.REST;
    }

    @Override
    public Answer deliver(Delivery delivery) {
        var definition = delivery.target().definition();
        return request(definition.rest(), delivery.message().event())
                .map(request ->
                        switch (address(delivery, request)) {
                            case RestAddress.At(var url) -> send(delivery, request, url);
                            case RestAddress.Unfit(var problem) ->
                                    new Answer.Refused(Exchange.NONE, problem);
                        })
                .orElseGet(RestSender::unsent);
    }

    private static Optional<RestMapping.Request> request(RestMapping rest, EventName event) {
        return switch (event) {
            case ENTITY_CREATED -> rest.create().or(rest::update);
            case ENTITY_UPDATED -> rest.update();
            case ENTITY_DELETED -> rest.delete();
            case SYNC_QUEUED, SYNC_COMPLETED, SYNC_FAILED, SYNC_CONFLICT -> Optional.empty();
            case NETWORK_ONLINE, NETWORK_OFFLINE -> Optional.empty();
        };
    }

    private static Answer unsent() {
        return new Answer.Taken(
                new Exchange("nothing: no request is mapped to this event", 0, "", Duration.ZERO),
                Optional.empty());
    }

    private static RestAddress address(Delivery delivery, RestMapping.Request request) {
        return RestAddress.of(
                delivery.target().definition().url(), request.path(), delivery.message());
    }

    private Answer send(Delivery delivery, RestMapping.Request request, URI url) {
        var call = call(delivery, request, url);
        var reply = http.call(call);
        var exchange = Exchanges.of(call, reply, delivery.secrets());
        return switch (reply) {
            case Reply.Forbidden(var problem, _) -> new Answer.Refused(exchange, problem);
            case Reply.Silent(var problem, _) -> new Answer.Unreachable(exchange, problem);
            case Reply.Answered answered -> read(delivery, call, answered, exchange);
        };
    }

    private Answer read(Delivery delivery, Call call, Reply.Answered answered, Exchange exchange) {
        int status = answered.status();
        if (isDeletion(delivery) && (status == NOT_FOUND || status == GONE)) {
            return new Answer.Taken(exchange, Optional.empty());
        }
        if (status == CONFLICT || status == PRECONDITION_FAILED) {
            return contested(delivery, call, answered, exchange);
        }
        return Statuses.read(answered, exchange, clock.instant());
    }

    private static boolean isDeletion(Delivery delivery) {
        return delivery.message().event() == EventName.ENTITY_DELETED;
    }

    private Answer contested(
            Delivery delivery, Call call, Reply.Answered answered, Exchange exchange) {
        var told = RemoteRecord.of(answered, call.body());
        var source = told.isPresent() ? Optional.of(answered) : current(delivery);
        if (isDeletion(delivery) && source.filter(one -> one.status() == NOT_FOUND).isPresent()) {
            return new Answer.Taken(exchange, Optional.empty());
        }
        var theirs =
                told.or(() ->
                        source.filter(Reply.Answered::isTaken)
                                .flatMap(one -> RemoteRecord.of(one, new byte[0])));
        var etag = source.flatMap(Statuses::etag);
        if (theirs.filter(record -> !isDeletion(delivery) && record.has(call.body())).isPresent()) {
            return new Answer.Taken(exchange, etag);
        }
        return new Answer.Contested(
                exchange,
                "it answered " + answered.status() + ": its record has changed meanwhile",
                theirs.map(RemoteRecord::text),
                etag);
    }

    /// What the other system has now; empty where that cannot be asked.
    private Optional<Reply.Answered> current(Delivery delivery) {
        return delivery.target()
                .definition()
                .rest()
                .update()
                .flatMap(update ->
                        switch (address(delivery, update)) {
                            case RestAddress.At(var url) -> Optional.of(url);
                            case RestAddress.Unfit _ -> Optional.empty();
                        })
                .flatMap(url ->
                        http.call(call(delivery, "GET", url, new byte[0]))
                                        instanceof Reply.Answered answered
                                ? Optional.of(answered)
                                : Optional.empty());
    }

    private Call call(Delivery delivery, RestMapping.Request request, URI url) {
        var rest = delivery.target().definition().rest();
        boolean bare = request.method().equals("DELETE") && delivery.body().isEmpty();
        var body =
                bare
                        ? new byte[0]
                        : RestBody.write(
                                request.method(), delivery.message(), rest, delivery.body());
        var call = call(delivery, request.method(), url, body);
        var headers = new LinkedHashMap<>(call.headers());
        if (body.length > 0) {
            headers.put("Content-Type", RestBody.contentType(request.method()));
        }
        headers.put("Idempotency-Key", delivery.job().toString());
        if (rest.conditional()) {
            delivery.etag().ifPresent(etag -> headers.put("If-Match", etag));
        }
        return new Call(call.method(), url, call.allowPrivate(), headers, body, LONGEST_RECORD);
    }

    private static Call call(Delivery delivery, String method, URI url, byte[] body) {
        var definition = delivery.target().definition();
        var headers = new LinkedHashMap<>(delivery.secrets().headers());
        headers.putIfAbsent("Accept", RestBody.JSON);
        delivery.secrets().current().ifPresent(secret -> headers.put("Authorization", secret));
        return new Call(
                method, url, definition.allowPrivateAddress(), headers, body, LONGEST_RECORD);
    }

    @Override
    public boolean reaches(Target target) {
        return reach.reaches(target.definition().url(), target.definition().allowPrivateAddress());
    }
}
