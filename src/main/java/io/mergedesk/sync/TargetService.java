package io.mergedesk.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Types;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.transaction.support.TransactionOperations;

/// Defines targets and changes them; only for admins. Everything is noted in the trail, never with
/// a secret.
public final class TargetService {

    private final TargetWrites writes;
    private final TargetStore store;
    private final SyncQueue queue;
    private final SecretBox box;
    private final Types types;
    private final HeldTypes held;
    private final Runnable wake;
    private final InstantSource clock;

    TargetService(
            Targets targets,
            TargetStore store,
            SyncQueue queue,
            SecretBox box,
            Types types,
            Trail trail,
            TransactionOperations transactions,
            Runnable wake,
            InstantSource clock) {
        this.writes = new TargetWrites(targets, store, trail, transactions, wake, clock);
        this.store = store;
        this.queue = queue;
        this.box = box;
        this.types = types;
        this.held = new HeldTypes(queue, trail, transactions, clock);
        this.wake = wake;
        this.clock = clock;
    }

    /// All targets by name; none for those who are no admins.
    public List<Target> all(Actor actor) {
        return actor.is(Role.ADMIN) ? store.all() : List.of();
    }

    public Optional<Target> find(TargetId id, Actor actor) {
        return actor.is(Role.ADMIN) ? store.find(id) : Optional.empty();
    }

    /// @param secret what signs or authorises; a webhook without one gets a new one, which is shown
    ///   this once
    public TargetOutcome create(TargetDefinition definition, Optional<String> secret, Actor actor) {
        return create(definition, secret, Map.of(), actor);
    }

    /// @param secret what signs or authorises; a webhook without one gets a new one, which is shown
    ///   this once
    /// @param headers the values of the extra headers, by their names
    public TargetOutcome create(
            TargetDefinition definition,
            Optional<String> secret,
            Map<String, String> headers,
            Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return new TargetOutcome.Forbidden();
        }
        var violations = TargetRules.check(definition, types);
        violations.addAll(Secrets.check(definition.kind(), secret));
        violations.addAll(HeaderValues.check(definition.rest().headers(), headers, Set.of()));
        if (!violations.isEmpty()) {
            return new TargetOutcome.Refused(violations);
        }
        boolean made = secret.isEmpty() && definition.kind() == TargetKind.WEBHOOK;
        var kept = made ? Optional.of(Secrets.generate()) : secret;
        return writes.save(
                made ? kept : Optional.empty(),
                () -> {
                    var target =
                            store.add(
                                    definition,
                                    box.seal(new TargetSecrets(kept, Optional.empty(), headers)),
                                    actor.id(),
                                    clock.instant().truncatedTo(ChronoUnit.MICROS));
                    writes.note(TrailAction.TARGET_CREATED, target, actor);
                    return target;
                });
    }

    /// @param version of the definition that the admin changed
    /// @param headers the values of extra headers that are new; those left out stay as they are
    public TargetOutcome change(
            TargetId id,
            TargetDefinition definition,
            Map<String, String> headers,
            int version,
            Actor actor) {
        var names = definition.rest().headers();
        var kept =
                store.find(id).map(found -> found.definition().rest().headers()).orElse(Set.of());
        var violations = TargetRules.check(definition, types);
        violations.addAll(HeaderValues.check(names, headers, kept));
        return writes.replace(
                id,
                version,
                actor,
                TrailAction.TARGET_CHANGED,
                violations,
                found -> {
                    if (!headers.isEmpty() || !names.equals(kept)) {
                        var before = box.open(store.secrets(id)).headers();
                        store.keepHeaders(id, box.seal(HeaderValues.join(names, headers, before)));
                    }
                    return found.with(definition, found.state(), found.problem());
                });
    }

    /// Sends nothing any more, and keeps queueing.
    public TargetOutcome pause(TargetId id, int version, Actor actor) {
        return stand(id, version, actor, TargetState.PAUSED, TrailAction.TARGET_PAUSED);
    }

    /// Sends again, also what is queued, at once.
    public TargetOutcome resume(TargetId id, int version, Actor actor) {
        var outcome = stand(id, version, actor, TargetState.ACTIVE, TrailAction.TARGET_RESUMED);
        if (outcome instanceof TargetOutcome.Saved) {
            queue.hurry(id);
            wake.run();
        }
        return outcome;
    }

    private TargetOutcome stand(
            TargetId id, int version, Actor actor, TargetState state, TrailAction action) {
        return writes.replace(
                id,
                version,
                actor,
                action,
                List.of(),
                found -> found.with(found.definition(), state, Optional.empty()));
    }

    /// Forgets a target, and what was still to be sent to it.
    public TargetOutcome remove(TargetId id, Actor actor) {
        return writes.with(
                id,
                actor,
                TrailAction.TARGET_REMOVED,
                _ -> {
                    store.remove(id);
                    return Optional.empty();
                });
    }

    /// Replaces the secret; the one before signs beside it until it is dropped.
    ///
    /// @param secret empty for a new one, which is shown this once
    public TargetOutcome rotate(TargetId id, Optional<String> secret, Actor actor) {
        var found = store.find(id);
        if (found.isPresent()) {
            var violations = Secrets.check(found.get().definition().kind(), secret);
            if (!violations.isEmpty()) {
                return new TargetOutcome.Refused(violations);
            }
        }
        return writes.with(
                id,
                actor,
                TrailAction.TARGET_SECRET_REPLACED,
                _ -> {
                    var before = box.open(store.secrets(id));
                    var next = secret.or(() -> Optional.of(Secrets.generate()));
                    store.keep(id, box.seal(new TargetSecrets(next, before.current())));
                    return secret.isEmpty() ? next : Optional.empty();
                });
    }

    /// Signs with the newest secret alone from now on.
    public TargetOutcome dropPrevious(TargetId id, Actor actor) {
        return writes.with(
                id,
                actor,
                TrailAction.TARGET_SECRET_REPLACED,
                _ -> {
                    var before = box.open(store.secrets(id));
                    store.keep(id, box.seal(new TargetSecrets(before.current(), Optional.empty())));
                    return Optional.empty();
                });
    }

    /// Whether two secrets sign.
    public boolean isRotating(TargetId id) {
        return store.secrets(id).previous().isPresent();
    }

    /// Types whose changes are queued and not sent.
    public Set<TypeName> heldTypes() {
        return queue.held();
    }

    /// Whether changes of a type are sent as they happen; where not, they wait in the queue, and go
    /// once they are again.
    ///
    /// @return whether the actor may say so and the type is there
    public boolean setRealTimeSync(TypeName type, boolean on, Actor actor) {
        if (!actor.is(Role.ADMIN) || types.find(type).isEmpty()) {
            return false;
        }
        held.hold(type, !on, actor);
        wake.run();
        return true;
    }
}
