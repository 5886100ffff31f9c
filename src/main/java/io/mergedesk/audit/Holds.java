package io.mergedesk.audit;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityStore;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/// Legal holds: what is under one is neither erased nor forgotten. Setting and lifting is noted.
public final class Holds {

    private final HoldStore store;
    private final EntityStore entities;
    private final TypeService types;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public Holds(
            HoldStore store,
            EntityStore entities,
            TypeService types,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock) {
        this.store = store;
        this.entities = entities;
        this.types = types;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// All holds, lifted ones too, newest first; nothing for who is no admin.
    public List<LegalHold> all(Actor actor) {
        return actor.is(Role.ADMIN) ? store.all() : List.of();
    }

    public HoldOutcome hold(EntityId entity, String reason, Actor actor) {
        return set(Optional.of(entity), Optional.empty(), reason, actor);
    }

    public HoldOutcome hold(TypeName type, String reason, Actor actor) {
        return set(Optional.empty(), Optional.of(type), reason, actor);
    }

    private HoldOutcome set(
            Optional<EntityId> entity, Optional<TypeName> type, String reason, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return new HoldOutcome.Forbidden();
        }
        if (!Reason.fits(reason)) {
            return new HoldOutcome.Refused(List.of(Reason.EXPECTED));
        }
        if (entity.isPresent() && entities.find(entity.get()).isEmpty()) {
            return new HoldOutcome.Refused(
                    List.of(new Violation("entityId", "entityId: there is no such record")));
        }
        if (type.isPresent() && types.find(type.get()).isEmpty()) {
            return new HoldOutcome.Refused(
                    List.of(new Violation("type", "type: there is no such type")));
        }
        var hold =
                new LegalHold(
                        new HoldId(UUID.randomUUID()),
                        entity,
                        type,
                        reason,
                        actor.id(),
                        clock.instant(),
                        Optional.empty());
        transactions.executeWithoutResult(_ -> {
            store.add(hold);
            trail.note(entry(TrailAction.HOLD_SET, hold, actor).with("reason", reason));
        });
        return new HoldOutcome.Done(hold);
    }

    public HoldOutcome lift(HoldId id, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return new HoldOutcome.Forbidden();
        }
        var lifted = new LegalHold.Lifted(actor.id(), clock.instant());
        var found = store.all().stream().filter(hold -> hold.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return new HoldOutcome.Missing();
        }
        var hold = found.get();
        boolean done =
                Boolean.TRUE.equals(
                        transactions.execute(_ -> {
                            boolean held = store.lift(id, lifted);
                            if (held) {
                                trail.note(entry(TrailAction.HOLD_LIFTED, hold, actor));
                            }
                            return held;
                        }));
        return done
                ? new HoldOutcome.Done(
                        new LegalHold(
                                id,
                                hold.entity(),
                                hold.type(),
                                hold.reason(),
                                hold.by(),
                                hold.at(),
                                Optional.of(lifted)))
                : new HoldOutcome.Missing();
    }

    /// The hold that keeps the values of that entity now.
    Optional<LegalHold> on(EntityId entity, TypeName type) {
        return store.all().stream().filter(hold -> hold.holds(entity, type)).findFirst();
    }

    List<LegalHold> current() {
        return store.all().stream().filter(hold -> hold.lifted().isEmpty()).toList();
    }

    /// Whether something was lifted after that moment, and may have to be erased now.
    boolean anyLiftedAfter(Instant moment) {
        return store.all().stream()
                .flatMap(hold -> hold.lifted().stream())
                .anyMatch(lifted -> lifted.at().isAfter(moment));
    }

    private TrailEntry entry(TrailAction action, LegalHold hold, Actor actor) {
        var entry = TrailEntry.of(action, actor.id(), clock.instant()).with("hold", hold.id());
        return hold.entity()
                .map(entry::about)
                .or(() -> hold.type().map(entry::about))
                .orElse(entry);
    }
}
