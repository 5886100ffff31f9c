package io.mergedesk.entities;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.trail.Trail;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailDetails;
import io.mergedesk.trail.TrailEntry;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionOperations;

/// Defines entity types and changes their definitions; only for admins.
public final class TypeService {

    private final Types types;
    private final TypeStore store;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    TypeService(
            Types types,
            TypeStore store,
            Trail trail,
            TransactionOperations transactions,
            InstantSource clock) {
        this.types = types;
        this.store = store;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// All types in the order to show.
    public List<EntityType> all() {
        return types.all();
    }

    public Optional<EntityType> find(TypeName name) {
        return types.find(name);
    }

    public TypeOutcome create(TypeDefinition definition, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return new TypeOutcome.Forbidden();
        }
        var violations = TypeRules.ofNew(definition, types.all());
        if (!violations.isEmpty()) {
            return new TypeOutcome.Refused(violations);
        }
        try {
            return saved(
                    transactions.execute(_ -> {
                        var added = store.add(definition, by(actor));
                        note(
                                TrailAction.TYPE_CREATED,
                                definition,
                                actor,
                                DefinitionDiff.of(definition));
                        return added;
                    }));
        } catch (DuplicateKeyException _) {
            return refused("name", "Name: expected one that no other type has");
        }
    }

    /// Replaces a definition. Fields the new one leaves out are removed: they take no values any
    /// more, and their history stays.
    ///
    /// @param version of the definition that the admin changed
    public TypeOutcome change(TypeDefinition definition, int version, Actor actor) {
        if (!actor.is(Role.ADMIN)) {
            return new TypeOutcome.Forbidden();
        }
        types.forget();
        var found = types.find(definition.name());
        if (found.isEmpty()) {
            return new TypeOutcome.Missing();
        }
        var current = found.get();
        if (current.version() != version) {
            return new TypeOutcome.Stale(current);
        }
        var complete = TypeRules.keepingRemoved(definition, current);
        var violations = TypeRules.ofChange(complete, current, types.all());
        if (!violations.isEmpty()) {
            return new TypeOutcome.Refused(violations);
        }
        try {
            return saved(
                    transactions.execute(_ -> {
                        var replaced = store.replace(current, complete, by(actor));
                        var changed = DefinitionDiff.of(current.definition(), complete);
                        note(TrailAction.TYPE_CHANGED, complete, actor, changed);
                        return replaced;
                    }));
        } catch (DuplicateKeyException _) {
            return refused("unique", "Unique: expected a field whose stored values all differ");
        } catch (ConcurrencyFailureException _) {
            types.forget();
            return new TypeOutcome.Stale(types.get(definition.name()));
        }
    }

    private void note(TrailAction action, TypeDefinition type, Actor actor, TrailDetails details) {
        trail.note(
                TrailEntry.of(action, actor.id(), clock.instant())
                        .about(type.name())
                        .saying(details));
    }

    private EntityType.Saved by(Actor actor) {
        return new EntityType.Saved(actor.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private TypeOutcome saved(EntityType type) {
        types.forget();
        return new TypeOutcome.Saved(type);
    }

    private static TypeOutcome refused(String field, String message) {
        return new TypeOutcome.Refused(List.of(new Violation(field, message)));
    }
}
