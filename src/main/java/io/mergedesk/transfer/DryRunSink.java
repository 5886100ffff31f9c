package io.mergedesk.transfer;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.HybridTime;
import io.mergedesk.common.Revision;
import io.mergedesk.conflicts.VersionVector;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityStatus;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/// Sends edits through the write path in a transaction that is rolled back, so that a dry run finds
/// out exactly what an import would. Values of fields that are not stored yet are put beside what
/// comes back.
final class DryRunSink implements RowSink {

    private static final EntityId NOBODY = new EntityId(new UUID(0, 0));

    private final EntityService entities;
    private final TransactionOperations transactions;
    private final Author author;
    private final Optional<EntityType> stored;
    private final EntityType planned;

    DryRunSink(
            EntityService entities,
            TransactionOperations transactions,
            Author author,
            Optional<EntityType> stored,
            EntityType planned) {
        this.entities = entities;
        this.transactions = transactions;
        this.author = author;
        this.stored = stored;
        this.planned = planned;
    }

    @Override
    public List<SaveOutcome> save(List<Edit> edits) {
        if (stored.isEmpty()) {
            return edits.stream().map(this::made).toList();
        }
        var known = edits.stream().map(this::known).toList();
        var outcomes =
                transactions.execute(status -> {
                    var tried = entities.saveAll(known, author);
                    status.setRollbackOnly();
                    return tried;
                });
        var all = new ArrayList<SaveOutcome>();
        for (int i = 0; i < edits.size(); i++) {
            all.add(withNewFields(edits.get(i), java.util.Objects.requireNonNull(outcomes).get(i)));
        }
        return all;
    }

    private SaveOutcome made(Edit edit) {
        return new SaveOutcome.Applied(
                entity(NOBODY, new Revision(1), patch(edit).applyTo(FieldValues.NONE)));
    }

    private Edit known(Edit edit) {
        var patch = patch(edit);
        var unknown = new TreeSet<FieldName>();
        patch.fields().stream()
                .filter(field -> stored.flatMap(type -> type.field(field)).isEmpty())
                .forEach(unknown::add);
        return switch (edit) {
            case Edit.Create(var type, _) -> new Edit.Create(type, patch.without(unknown));
            case Edit.Update(var id, var base, _) ->
                    new Edit.Update(id, base, patch.without(unknown));
            case Edit.Delete _, Edit.Restore _ -> edit;
        };
    }

    private SaveOutcome withNewFields(Edit edit, SaveOutcome outcome) {
        var added = new TreeMap<FieldName, Optional<FieldValue>>();
        patch(edit)
                .byName()
                .forEach((field, value) -> {
                    if (value.isPresent() && stored.flatMap(type -> type.field(field)).isEmpty()) {
                        added.put(field, value);
                    }
                });
        if (added.isEmpty()) {
            return outcome;
        }
        return switch (outcome) {
            case SaveOutcome.Applied(var entity) -> new SaveOutcome.Applied(with(entity, added));
            case SaveOutcome.Merged(var entity, var theirs) ->
                    new SaveOutcome.Merged(with(entity, added), theirs);
            case SaveOutcome.Parked _,
                    SaveOutcome.Contested _,
                    SaveOutcome.Refused _,
                    SaveOutcome.Gone _,
                    SaveOutcome.Missing _ ->
                    outcome;
        };
    }

    private Entity with(Entity entity, SortedMap<FieldName, Optional<FieldValue>> added) {
        return entity(
                entity.id(), entity.revision().next(), new Patch(added).applyTo(entity.values()));
    }

    private Entity entity(EntityId id, Revision revision, FieldValues values) {
        return new Entity(
                id,
                planned.name(),
                new Version(revision, VersionVector.EMPTY, HybridTime.NEVER),
                values,
                EntityStatus.SYNCED,
                false,
                Instant.EPOCH,
                author.actor().id(),
                author.actor().id());
    }

    private static Patch patch(Edit edit) {
        return switch (edit) {
            case Edit.Create(_, var values) -> values;
            case Edit.Update(_, _, var values) -> values;
            case Edit.Delete _, Edit.Restore _ -> Patch.NONE;
        };
    }
}
