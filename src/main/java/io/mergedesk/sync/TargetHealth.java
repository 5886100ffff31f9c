package io.mergedesk.sync;

import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.common.Sequence;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.entities.EntityIds;
import io.mergedesk.events.EventName;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Whether targets can be reached: what their deliveries met, and what a trial meets now.
public final class TargetHealth {

    private static final TypeName TRIAL = new TypeName("test");

    private final SyncEngine engine;
    private final Circuits circuits;
    private final TargetStore store;
    private final SecretBox box;
    private final Senders senders;
    private final EntityIds ids;
    private final InstantSource clock;

    TargetHealth(
            SyncEngine engine,
            Circuits circuits,
            TargetStore store,
            SecretBox box,
            Senders senders,
            EntityIds ids,
            InstantSource clock) {
        this.engine = engine;
        this.circuits = circuits;
        this.store = store;
        this.box = box;
        this.senders = senders;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param running lanes being delivered by this node
    /// @param offline whether it is not sent to, as nobody answered
    /// @param nextTry when one delivery tries again, where it is offline
    public record Health(int running, boolean offline, Optional<Instant> nextTry) {}

    public Health of(TargetId target) {
        var circuit = circuits.of(target);
        boolean offline = circuit.state(clock.instant()) != Circuit.State.CLOSED;
        return new Health(
                engine.running(target),
                offline,
                offline ? Optional.of(circuit.nextTry()) : Optional.empty());
    }

    /// Sends a test event to a webhook, whatever state it is in; a REST target is only asked
    /// whether somebody listens. What comes of it is told to the caller and kept nowhere.
    ///
    /// @return empty when there is no such target, or the actor is no admin
    public Optional<Answer> test(TargetId id, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return Optional.empty();
        }
        return store.find(id).map(this::test);
    }

    private Answer test(Target target) {
        var sender = senders.of(target);
        if (target.definition().kind() == TargetKind.REST) {
            return sender.reaches(target)
                    ? new Answer.Taken(Exchange.NONE, Optional.empty())
                    : new Answer.Unreachable(Exchange.NONE, "nobody listens there");
        }
        var now = clock.instant();
        var id = ids.next();
        var message =
                new Message(
                        EventName.ENTITY_UPDATED,
                        id,
                        TRIAL,
                        Sequence.START,
                        Revision.NONE,
                        VersionVector.EMPTY,
                        target.createdBy(),
                        now,
                        Origin.API,
                        FieldValues.NONE,
                        List.of(),
                        Optional.empty());
        var body = JsonMapper.shared().createObjectNode();
        body.put("specversion", "1.0");
        body.put("id", id.toString());
        body.put("source", "/mergedesk");
        body.put("type", "test");
        body.put("time", now.toString());
        body.putObject("data").put("text", "A test event of Mergedesk: nothing has happened.");
        return sender.deliver(
                new Delivery(
                        new JobId(id.value()),
                        1,
                        target,
                        box.open(store.secrets(target.id())),
                        message,
                        Optional.of(body.toString()),
                        Optional.empty()));
    }
}
