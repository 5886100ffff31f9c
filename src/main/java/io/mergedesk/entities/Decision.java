package io.mergedesk.entities;

import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Revision;
import io.mergedesk.common.Role;
import io.mergedesk.conflicts.MergeStrategy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides about one edit against what is current: refuse, write, merge or leave to a person.
final class Decision {

    private final Types types;
    private final Validation validation;
    private final StaleEdit stale;
    private final NextRevision next;

    Decision(Types types, Validation validation, StaleEdit stale, NextRevision next) {
        this.types = types;
        this.validation = validation;
        this.stale = stale;
        this.next = next;
    }

    Verdict decide(Edit edit, Author author, EditCall call) {
        return switch (edit) {
            case Edit.Create create -> create(create, author, call);
            case Edit.Update update ->
                    visible(update.id(), author, call)
                            .map(entity -> update(update, entity, author, call))
                            .orElseGet(() -> missing(update.id()));
            case Edit.Delete delete ->
                    visible(delete.id(), author, call)
                            .map(entity -> delete(delete, entity, author, call))
                            .orElseGet(() -> missing(delete.id()));
            case Edit.Restore restore ->
                    visible(restore.id(), author, call)
                            .map(entity -> restore(entity, author))
                            .orElseGet(() -> missing(restore.id()));
        };
    }

    private Verdict create(Edit.Create create, Author author, EditCall call) {
        var type = types.find(create.type());
        if (type.isEmpty()) {
            return refuse("type", "there is no type '" + create.type() + "'");
        }
        var violations = validation.ofCreate(type.get(), create.values(), author.actor(), call);
        if (!violations.isEmpty()) {
            return new Verdict.Nothing(new SaveOutcome.Refused(violations));
        }
        var write = next.created(type.get(), create.values(), author);
        return new Verdict.Write(write, new SaveOutcome.Applied(write.after()));
    }

    private Verdict update(Edit.Update update, Entity entity, Author author, EditCall call) {
        var refused = beforeChange(update.base(), entity, author);
        if (refused != null) {
            return refused;
        }
        var type = types.get(entity.type());
        var violations = validation.ofPatch(type, update.patch(), author.actor(), call);
        if (!violations.isEmpty()) {
            return new Verdict.Nothing(new SaveOutcome.Refused(violations));
        }
        return stale.update(type, entity, update, author, call);
    }

    private Verdict delete(Edit.Delete delete, Entity entity, Author author, EditCall call) {
        if (delete.base().equals(Revision.NONE)) {
            return neverRead(delete.base(), entity);
        }
        var refused = beforeChange(delete.base(), entity, author);
        if (refused != null) {
            return refused;
        }
        return stale.delete(types.get(entity.type()), entity, delete, author, call);
    }

    private Verdict restore(Entity entity, Author author) {
        if (!entity.deleted()) {
            return new Verdict.Nothing(new SaveOutcome.Applied(entity));
        }
        var write = next.restored(types.get(entity.type()), entity, author);
        return new Verdict.Write(write, new SaveOutcome.Applied(write.after()));
    }

    private static @Nullable Verdict beforeChange(Revision base, Entity entity, Author author) {
        if (entity.revision().isBefore(base)) {
            return neverRead(base, entity);
        }
        if (entity.deleted() && (base.equals(entity.revision()) || !author.parks())) {
            return new Verdict.Nothing(
                    new SaveOutcome.Gone(entity, entity.updatedBy(), entity.updatedAt()));
        }
        var strategy = author.strategy();
        if (strategy.isPresent()
                && strategy.get() != MergeStrategy.MANUAL
                && !author.actor().is(Role.SUPERVISOR)) {
            return refuse(
                    "strategy",
                    "expected manual: only supervisors may ask for " + strategy.get().wireName());
        }
        return null;
    }

    private static Verdict neverRead(Revision base, Entity entity) {
        return refuse(
                "revision",
                "revision "
                        + base.number()
                        + " was never read: expected one from 1 to "
                        + entity.revision().number());
    }

    private static Optional<Entity> visible(EntityId id, Author author, EditCall call) {
        return call.entity(id).filter(entity -> author.actor().maySee(entity.team()));
    }

    private static Verdict missing(EntityId id) {
        return new Verdict.Nothing(new SaveOutcome.Missing(id));
    }

    private static Verdict refuse(String field, String message) {
        return new Verdict.Nothing(SaveOutcome.Refused.because(field, message));
    }

    /// Nothing to set or clear.
    static boolean changesNothing(Patch patch, Entity entity) {
        return patch.applyTo(entity.values()).equals(entity.values());
    }
}
