package io.mergedesk.entities;

import io.mergedesk.changes.FieldChange;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.Actor;
import io.mergedesk.common.BatchId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/// Takes the changes of a batch back through the write path, the last one first. Each edit says
/// that its author has seen the entity as the batch left it, so that what happened since is merged
/// with, never overwritten.
final class BatchReversal {

    private static final int CHUNK = 250;
    private static final int SHOWN = 100;

    private final ChangeLog log;
    private final EntityService entities;
    private final Types types;

    BatchReversal(ChangeLog log, EntityService entities, Types types) {
        this.log = log;
        this.entities = entities;
        this.types = types;
    }

    /// What was taken back, and what was not.
    record Result(long deleted, long reverted, long keptCount, List<BatchUndo.Kept> kept) {}

    Result of(BatchId batch, BatchId undo, Actor actor, LongConsumer progress) {
        var run = new Run(Author.of(actor, Origin.RESTORE).inBatch(undo).asking());
        var before = new Sequence(Long.MAX_VALUE);
        long looked = 0;
        List<Change> changes;
        do {
            changes = log.ofBatch(batch, before, CHUNK);
            for (var change : changes) {
                run.add(change);
                before = change.sequence();
            }
            run.flush();
            looked += changes.size();
            progress.accept(looked);
        } while (changes.size() == CHUNK);
        return new Result(run.deleted, run.reverted, run.keptCount, run.kept);
    }

    private final class Run {
        private final Author author;
        private final List<Edit> edits = new ArrayList<>();
        private final HashSet<EntityId> waiting = new HashSet<>();
        private final List<BatchUndo.Kept> kept = new ArrayList<>();
        private long deleted;
        private long reverted;
        private long keptCount;

        private Run(Author author) {
            this.author = author;
        }

        private void add(Change change) {
            if (!waiting.add(change.entity())) {
                flush();
                waiting.add(change.entity());
            }
            edits.add(reversed(change));
        }

        private void flush() {
            if (!edits.isEmpty()) {
                var outcomes = entities.saveAll(edits, author);
                for (int i = 0; i < outcomes.size(); i++) {
                    count(edits.get(i), outcomes.get(i), true);
                }
            }
            edits.clear();
            waiting.clear();
        }

        private void count(Edit edit, SaveOutcome outcome, boolean again) {
            switch (outcome) {
                case SaveOutcome.Applied _, SaveOutcome.Merged _ -> {
                    if (edit instanceof Edit.Delete) {
                        deleted++;
                    } else {
                        reverted++;
                    }
                }
                case SaveOutcome.Contested(var current, var fields) -> {
                    keep(current.id(), title(current), changedSince(current, fields));
                    if (again && edit instanceof Edit.Update(var id, var base, var patch)) {
                        var contested = new TreeSet<FieldName>();
                        fields.forEach(field -> contested.add(field.field()));
                        var rest = new Edit.Update(id, base, patch.without(contested));
                        if (!rest.patch().isEmpty()) {
                            count(rest, entities.save(rest, author), false);
                        }
                    }
                }
                case SaveOutcome.Parked _ ->
                        throw new IllegalStateException("an undo asks and never parks");
                case SaveOutcome.Gone _ -> {
                    // deleted by somebody since, or by an earlier try: nothing of the batch shows
                }
                case SaveOutcome.Refused(var violations, _) ->
                        keep(idOf(edit), idOf(edit).toString(), violations.getFirst().message());
                case SaveOutcome.Missing(var id) ->
                        keep(id, id.toString(), "it is not yours to see any more");
            }
        }

        private void keep(EntityId entity, String title, String why) {
            keptCount++;
            if (kept.size() < SHOWN) {
                kept.add(new BatchUndo.Kept(entity, title, why));
            }
        }
    }

    private Edit reversed(Change change) {
        return switch (change.event()) {
            case ENTITY_CREATED -> new Edit.Delete(change.entity(), change.revision());
            case ENTITY_DELETED -> new Edit.Restore(change.entity());
            default -> new Edit.Update(change.entity(), change.revision(), backwards(change));
        };
    }

    private Patch backwards(Change change) {
        var type = types.get(change.type());
        var patch = new TreeMap<FieldName, Optional<FieldValue>>();
        for (FieldChange field : change.fields()) {
            if (field.field().equals(FieldName.TEAM) || type.field(field.field()).isPresent()) {
                patch.put(field.field(), Optional.ofNullable(field.from()));
            }
        }
        return Patch.of(patch);
    }

    private String title(Entity entity) {
        return types.get(entity.type()).titleOf(entity);
    }

    private String changedSince(Entity current, List<ContestedField> fields) {
        var type = types.get(current.type());
        return fields.getFirst().theirsBy()
                + " changed "
                + String.join(
                        ", ", fields.stream().map(field -> type.labelOf(field.field())).toList())
                + " since";
    }

    private static EntityId idOf(Edit edit) {
        return switch (edit) {
            case Edit.Create _ -> throw new IllegalStateException("an undo creates nothing");
            case Edit.Update(var id, _, _) -> id;
            case Edit.Delete(var id, _) -> id;
            case Edit.Restore(var id) -> id;
        };
    }
}
