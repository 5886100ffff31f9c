package io.mergedesk.transfer;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.BatchLookup;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeService;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Takes all rows of a task through reading and matching to a sink.
final class RowPass {

    private final EntityService entities;
    private final TypeService types;
    private final BatchLookup lookup;
    private final ImportFields fields;

    RowPass(EntityService entities, TypeService types, BatchLookup lookup, ImportFields fields) {
        this.entities = entities;
        this.types = types;
        this.lookup = lookup;
        this.fields = fields;
    }

    /// Into a type that is stored as the plan wants it.
    ///
    /// @return whether it came to the end; false when it was cancelled
    boolean writing(
            ImportTask task,
            EntityType type,
            RowSink sink,
            RowTally tally,
            Consumer<RowTally> afterChunk) {
        return run(task, type, type, task.plan().key(), sink, tally, false, afterChunk);
    }

    /// Into a type as it would be; entities can only be looked up by what is stored.
    ///
    /// @return whether it came to the end; false when it was cancelled
    boolean dry(ImportTask task, EntityType planned, RowSink sink, RowTally tally) {
        var stored = types.find(task.plan().type());
        return run(
                task,
                planned,
                stored.orElse(planned),
                stored.flatMap(_ -> task.plan().key()),
                sink,
                tally,
                true,
                done -> task.watch().progress(done.counts()));
    }

    private boolean run(
            ImportTask task,
            EntityType type,
            EntityType stored,
            Optional<FieldName> key,
            RowSink sink,
            RowTally tally,
            boolean dry,
            Consumer<RowTally> afterChunk) {
        var plan = task.plan();
        var definitions = fields.definitions(plan, types.find(plan.type()));
        var names = new ReferenceNames(lookup, types, task.actor());
        return new ImportRun(
                        task.file().csv(),
                        new RowReader(task.file(), plan, definitions),
                        new RowMatcher(
                                entities, lookup, names, task.actor(), stored, key, definitions),
                        sink,
                        tally,
                        telling(type, plan),
                        dry,
                        task.watch(),
                        afterChunk)
                .run();
    }

    private static Set<FieldName> telling(EntityType type, ImportPlan plan) {
        var telling = new HashSet<FieldName>();
        type.fields().stream()
                .filter(FieldDefinition::unique)
                .map(FieldDefinition::name)
                .forEach(telling::add);
        plan.key().ifPresent(telling::add);
        return telling;
    }
}
