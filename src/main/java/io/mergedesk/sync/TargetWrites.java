package io.mergedesk.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.entities.Violation;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailDetails;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionOperations;

/// How targets are written, whatever is changed: by admins, in one transaction with the note in the
/// trail, and known to the engine at once.
final class TargetWrites {

    private final Targets targets;
    private final TargetStore store;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Runnable wake;
    private final InstantSource clock;

    TargetWrites(
            Targets targets,
            TargetStore store,
            Trail trail,
            TransactionOperations transactions,
            Runnable wake,
            InstantSource clock) {
        this.targets = targets;
        this.store = store;
        this.trail = trail;
        this.transactions = transactions;
        this.wake = wake;
        this.clock = clock;
    }

    /// Changes one that is there.
    ///
    /// @param violations of what is asked for, told to admins only
    TargetOutcome replace(
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
            return save(
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

    /// Does something about one that is there, whatever version it is at.
    ///
    /// @param work returns the secret to show, if there is one
    TargetOutcome with(
            TargetId id, Actor actor, TrailAction action, Function<Target, Optional<String>> work) {
        if (!actor.is(Role.ADMIN)) {
            return new TargetOutcome.Forbidden();
        }
        var found = store.find(id);
        if (found.isEmpty()) {
            return new TargetOutcome.Missing();
        }
        var secret =
                transactions.execute(_ -> {
                    var shown = work.apply(found.get());
                    note(action, found.get(), actor);
                    return shown;
                });
        targets.forget();
        return new TargetOutcome.Saved(found.get(), secret);
    }

    /// @param secret to show this once
    TargetOutcome save(Optional<String> secret, Supplier<Target> work) {
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

    /// Joins the transaction of the caller.
    void note(TrailAction action, Target target, Actor actor) {
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
