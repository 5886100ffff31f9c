package io.mergedesk.audit;

import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.common.Sequence;
import io.mergedesk.entities.EntityStore;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/// Erases a person's values from the history when they ask for it: the rows stay, the chains
/// verify, and the history says "erased".
///
/// Current values are not touched: they are cleared by an ordinary edit first, or their record is
/// deleted.
public final class Erasures {

    private final Eraser eraser;
    private final ErasureStore store;
    private final Holds holds;
    private final EntityStore entities;
    private final TypeService types;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public Erasures(
            Eraser eraser,
            ErasureStore store,
            Holds holds,
            EntityStore entities,
            TypeService types,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock) {
        this.eraser = eraser;
        this.store = store;
        this.holds = holds;
        this.entities = entities;
        this.types = types;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param fields which values; none stands for all
    public ErasureOutcome erase(
            EntityId id, SortedSet<FieldName> fields, String reason, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return new ErasureOutcome.Forbidden();
        }
        var entity = entities.find(id);
        if (entity.isEmpty()) {
            return new ErasureOutcome.Missing();
        }
        var type = entity.get().type();
        var violations = violations(types.find(type).orElseThrow(), fields, reason);
        if (!violations.isEmpty()) {
            return new ErasureOutcome.Refused(violations);
        }
        var hold = holds.on(id, type);
        if (hold.isPresent()) {
            return new ErasureOutcome.Held(hold.get());
        }
        var now = clock.instant();
        var erasure =
                new Erasure(
                        new ErasureId(UUID.randomUUID()),
                        Erasure.Cause.PERSON,
                        Optional.of(id),
                        fields,
                        reason,
                        now,
                        actor.id(),
                        now,
                        Optional.empty(),
                        0,
                        Sequence.START);
        transactions.executeWithoutResult(_ -> store.add(erasure));
        return new ErasureOutcome.Erased(run(erasure), current(erasure));
    }

    /// Goes on with what a crash has interrupted.
    public void resume() {
        for (var erasure : store.unfinished()) {
            if (erasure.cause() == Erasure.Cause.PERSON) {
                run(erasure);
            }
        }
    }

    private Erasure run(Erasure erasure) {
        var entity = erasure.entity().orElseThrow();
        eraser.erase(erasure, entity);
        var rewritten = eraser.rewritten(erasure.id());
        var finished = erasure.finished(clock.instant(), rewritten.rows(), Sequence.START);
        var entry =
                ErasureNote.of(TrailAction.VALUES_ERASED, finished, rewritten, clock.instant())
                        .about(entity)
                        .with("reason", erasure.reason())
                        .with("fields", words(erasure.fields()));
        transactions.executeWithoutResult(_ -> {
            store.finish(finished);
            trail.note(entry);
        });
        return finished;
    }

    private static String words(SortedSet<FieldName> fields) {
        return fields.isEmpty()
                ? "all"
                : String.join(", ", fields.stream().map(FieldName::value).toList());
    }

    private SortedSet<FieldName> current(Erasure erasure) {
        var current = new TreeSet<FieldName>();
        entities.find(erasure.entity().orElseThrow())
                .filter(entity -> !entity.deleted())
                .ifPresent(entity ->
                        entity.values().byName().keySet().stream()
                                .filter(erasure::concerns)
                                .forEach(current::add));
        return current;
    }

    private static List<Violation> violations(
            EntityType type, SortedSet<FieldName> fields, String reason) {
        var violations = new ArrayList<Violation>();
        for (var field : fields) {
            if (!type.byName().containsKey(field)) {
                violations.add(
                        new Violation(
                                "fields",
                                "fields: type %s has no field %s"
                                        .formatted(type.name().value(), field)));
            }
        }
        if (!Reason.fits(reason)) {
            violations.add(Reason.EXPECTED);
        }
        return violations;
    }
}
