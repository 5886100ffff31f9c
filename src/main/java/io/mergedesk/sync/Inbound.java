package io.mergedesk.sync;

import io.mergedesk.sync.http.StandardWebhooks;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// What comes back from webhook targets: signed with the secret that we sign with.
public final class Inbound {

    private final TargetStore store;
    private final SecretBox box;
    private final Arrivals arrivals;
    private final InstantSource clock;

    Inbound(TargetStore store, SecretBox box, Arrivals arrivals, InstantSource clock) {
        this.store = store;
        this.box = box;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /// A message as it came.
    ///
    /// @param timestamp seconds since 1970, as text
    /// @param body one JSON object in UTF-8
    @SuppressWarnings("ArrayRecordComponent") // never compared: on its way in
    public record Signed(String messageId, String timestamp, String signature, byte[] body) {}

    /// What came of a message.
    public sealed interface Answer {

        /// There is no such webhook.
        record Nobody() implements Answer {}

        /// @param problem what is wrong with the signature or its time, in words
        record Unproven(String problem) implements Answer {}

        record Came(Arrival arrival) implements Answer {}
    }

    /// Checks a message as Standard Webhooks says, and takes it: sent twice, done once.
    public Answer take(TargetId id, Signed message) {
        var target = store.find(id).filter(one -> one.definition().kind() == TargetKind.WEBHOOK);
        if (target.isEmpty()) {
            return new Answer.Nobody();
        }
        return problem(id, message)
                .<Answer>map(Answer.Unproven::new)
                .orElseGet(() ->
                        new Answer.Came(
                                arrivals.take(
                                        target.get(),
                                        "inbound-" + message.messageId(),
                                        new String(message.body(), StandardCharsets.UTF_8))));
    }

    private Optional<String> problem(TargetId id, Signed message) {
        var secrets = box.open(store.secrets(id));
        var all =
                Stream.of(secrets.current(), secrets.previous()).flatMap(Optional::stream).toList();
        return StandardWebhooks.verify(
                all,
                message.messageId(),
                message.timestamp(),
                message.signature(),
                message.body(),
                clock.instant());
    }
}
