package io.mergedesk.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Types;
import io.mergedesk.entities.Violation;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailDetails;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;

/// Defines targets and changes them; only for admins. Everything is noted in the trail, never with
/// a secret.
public final class TargetService {

    private final Targets targets;
    private final TargetStore store;
    private final SyncQueue queue;
    private final SecretBox box;
    private final Types types;
    private final Trail trail;
    private final TransactionOperations transactions;
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
        this.targets = targets;
        this.store = store;
        this.queue = queue;
        this.box = box;
        this.types = types;
        this.trail = trail;
        this.transactions = transactions;
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
        if (!actor.is(Role.ADMIN)) {
            return new TargetOutcome.Forbidden();
        }
        var violations = TargetRules.check(definition, types);
        violations.addAll(Secrets.check(definition.kind(), secret));
        if (!violations.isEmpty()) {
            return new TargetOutcome.Refused(violations);
        }
        boolean made = secret.isEmpty() && definition.kind() == TargetKind.WEBHOOK;
        var kept = made ? Optional.of(Secrets.generate()) : secret;
        return saved(
                made ? kept : Optional.empty(),
                () -> {
                    var target =
                            store.add(
                                    definition,
                                    box.seal(new TargetSecrets(kept, Optional.empty())),
                                    actor.id(),
                                    clock.instant().truncatedTo(ChronoUnit.MICROS));
                    note(TrailAction.TARGET_CREATED, target, actor);
                    return target;
                });
    }

    /// @param version of the definition that the admin changed
    public TargetOutcome change(
            TargetId id, TargetDefinition definition, int version, Actor actor) {
        var violations = TargetRules.check(definition, types);
        return replace(
                id,
                version,
                actor,
                TrailAction.TARGET_CHANGED,
                violations,
                found -> found.with(definition, found.state(), found.problem()));
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
        return replace(
                id,
                version,
                actor,
                action,
                List.of(),
                found -> found.with(found.definition(), state, Optional.empty()));
    }

    private TargetOutcome replace(
            TargetId id,
            int version,
            Actor actor,
            TrailAction action,
            List<Violation> violations,
            Function<Target, Target> change) {
        if (!actor.is(Role.ADMIN)) {
            return new TargetOutcome.Forbidden();
        }
        var found = store.find(id);
        if (found.isEmpty()) {
            return new TargetOutcome.Missing();
        }
        if (!violations.isEmpty()) {
            return new TargetOutcome.Refused(violations);
        }
        if (found.get().version() != version) {
            return new TargetOutcome.Stale(found.get());
        }
        try {
            return saved(
                    Optional.empty(),
                    () -> {
                        var replaced = store.replace(change.apply(found.get()));
                        note(action, replaced, actor);
                        return replaced;
                    });
        } catch (OptimisticLockingFailureException _) {
            return new TargetOutcome.Stale(store.find(id).orElse(found.get()));
        }
    }

    /// Forgets a target, and what was still to be sent to it.
    public TargetOutcome remove(TargetId id, Actor actor) {
        return with(
                id,
                actor,
                found -> {
                    store.remove(id);
                    note(TrailAction.TARGET_REMOVED, found, actor);
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
        return with(
                id,
                actor,
                target -> {
                    var before = box.open(store.secrets(id));
                    var next = secret.or(() -> Optional.of(Secrets.generate()));
                    store.keep(id, box.seal(new TargetSecrets(next, before.current())));
                    note(TrailAction.TARGET_SECRET_REPLACED, target, actor);
                    return secret.isEmpty() ? next : Optional.empty();
                });
    }

    /// Signs with the newest secret alone from now on.
    public TargetOutcome dropPrevious(TargetId id, Actor actor) {
        return with(
                id,
                actor,
                target -> {
                    var before = box.open(store.secrets(id));
                    store.keep(id, box.seal(new TargetSecrets(before.current(), Optional.empty())));
                    note(TrailAction.TARGET_SECRET_REPLACED, target, actor);
                    return Optional.empty();
                });
    }

    /// Whether two secrets sign.
    public boolean isRotating(TargetId id) {
        return store.secrets(id).previous().isPresent();
    }

    private TargetOutcome with(TargetId id, Actor actor, Function<Target, Optional<String>> work) {
        if (!actor.is(Role.ADMIN)) {
            return new TargetOutcome.Forbidden();
        }
        var found = store.find(id);
        if (found.isEmpty()) {
            return new TargetOutcome.Missing();
        }
        var secret = transactions.execute(_ -> work.apply(found.get()));
        targets.forget();
        return new TargetOutcome.Saved(found.get(), secret);
    }

    private TargetOutcome saved(Optional<String> secret, Supplier<Target> work) {
        try {
            var target = transactions.execute(_ -> work.get());
            targets.forget();
            wake.run();
            return new TargetOutcome.Saved(target, secret);
        } catch (DuplicateKeyException _) {
            return new TargetOutcome.Refused(
                    List.of(new Violation("name", "name: expected one that no other target has")));
        }
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
        transactions.executeWithoutResult(_ -> {
            var all = new HashSet<>(queue.held());
            if (on ? all.remove(type) : all.add(type)) {
                queue.hold(all);
                trail.note(
                        TrailEntry.of(TrailAction.TYPE_CHANGED, actor.id(), clock.instant())
                                .about(type)
                                .saying(TrailDetails.of("realTimeSync", on)));
            }
        });
        wake.run();
        return true;
    }

    private void note(TrailAction action, Target target, Actor actor) {
        var definition = target.definition();
        trail.note(
                TrailEntry.of(action, actor.id(), clock.instant())
                        .saying(
                                TrailDetails.of("target", definition.name())
                                        .with("kind", definition.kind().wireName())
                                        .with("url", definition.url())
                                        .with("state", target.state().wireName())));
    }
}
