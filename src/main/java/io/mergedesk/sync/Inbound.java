package io.mergedesk.sync;

import io.mergedesk.entities.Author;
import io.mergedesk.sync.http.StandardWebhooks;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/// What comes back from webhook targets: signed with the secret that we sign with.
public final class Inbound {

    private final TargetStore store;
    private final SecretBox box;
    private final InstantSource clock;

    Inbound(TargetStore store, SecretBox box, InstantSource clock) {
        this.store = store;
        this.box = box;
        this.clock = clock;
    }

    /// Who sent a message, and what is wrong with it.
    ///
    /// @param author acts for the target, with the message's id as key: sent twice, done once
    /// @param problem in words; empty where all is right
    public record Checked(Author author, Optional<String> problem) {}

    /// Checks a message as Standard Webhooks says.
    ///
    /// @param body its bytes as they came
    /// @return empty when there is no such webhook
    public Optional<Checked> check(
            TargetId id, String messageId, String timestamp, String signature, byte[] body) {
        return store.find(id)
                .filter(target -> target.definition().kind() == TargetKind.WEBHOOK)
                .map(target -> {
                    var secrets = box.open(store.secrets(id));
                    var all =
                            Stream.of(secrets.current(), secrets.previous())
                                    .flatMap(Optional::stream)
                                    .toList();
                    var problem =
                            StandardWebhooks.verify(
                                    all, messageId, timestamp, signature, body, clock.instant());
                    return new Checked(
                            RemoteContests.author(target).withKey("inbound-" + messageId), problem);
                });
    }
}
