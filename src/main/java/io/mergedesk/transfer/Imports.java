package io.mergedesk.transfer;

import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchLookup;
import io.mergedesk.entities.BatchState;
import io.mergedesk.entities.BatchUndo;
import io.mergedesk.entities.Batches;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.TypeService;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Imports files: suggests a plan, tries it, carries it out.
///
/// All rows of one import are one batch, and every row goes through the one write path, with the
/// rights of whoever imports. An empty cell clears its field.
public final class Imports {

    private static final Logger LOG = LoggerFactory.getLogger(Imports.class);

    private final EntityService entities;
    private final TypeService types;
    private final BatchLookup lookup;
    private final Batches batches;
    private final TransactionOperations transactions;
    private final ImportFields fields;

    Imports(
            EntityService entities,
            TypeService types,
            BatchLookup lookup,
            Batches batches,
            TransactionOperations transactions) {
        this.entities = entities;
        this.types = types;
        this.lookup = lookup;
        this.batches = batches;
        this.transactions = transactions;
        this.fields = new ImportFields(types);
    }

    /// Where the columns of the file seem to belong, in a type that is there.
    public Optional<ImportPlan> suggest(TypeName type, ImportFile file, Actor actor) {
        return types.find(type).map(found -> ImportPlanner.into(found, file, actor));
    }

    /// A plan that makes a type of the file; only admins can carry it out.
    ///
    /// @param label what people shall call it: "Countries"
    public ImportPlan suggestNew(String label, ImportFile file) {
        var taken = new HashSet<String>();
        types.all()
                .forEach(type -> taken.add(type.name().value().toLowerCase(java.util.Locale.ROOT)));
        var name = HeaderName.of(label, taken).value();
        return ImportPlanner.intoNew(new TypeName(name), label, file);
    }

    /// The same, under a name that is given.
    public ImportPlan suggestNew(TypeName name, String label, ImportFile file) {
        return ImportPlanner.intoNew(name, label, file);
    }

    /// The new field that a column would make beside those of the plan.
    public ColumnTarget.Added newField(ImportPlan plan, Column column) {
        var taken = new HashSet<String>();
        types.find(plan.type())
                .ifPresent(type ->
                        type.byName()
                                .keySet()
                                .forEach(name ->
                                        taken.add(
                                                name.value().toLowerCase(java.util.Locale.ROOT))));
        for (int i = 0; i < plan.targets().size(); i++) {
            if (i != column.index()) {
                plan.fieldOf(i)
                        .ifPresent(
                                name -> taken.add(name.value().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        return ImportPlanner.added(column, taken);
    }

    /// Reads, checks and matches every row as an import would, and writes nothing.
    public ImportOutcome dryRun(ImportFile file, ImportPlan plan, Actor actor, ImportWatch watch) {
        var refused = refusal(file, plan, actor);
        if (refused.isPresent()) {
            return refused.get();
        }
        var found = types.find(plan.type());
        var planned = PlannedType.of(fields.asPlanned(plan, found), found);
        var author = Author.of(actor, Origin.IMPORT);
        RowSink sink = new DryRunSink(entities, transactions, author, found, planned);
        try (var problems = new RowProblems(file.csv())) {
            var tally = new RowTally(file.rows(), planned, problems);
            boolean complete =
                    run(
                            file,
                            plan,
                            planned,
                            actor,
                            sink,
                            tally,
                            true,
                            watch,
                            done -> watch.progress(done.counts()));
            if (!complete) {
                problems.discard();
                return new ImportOutcome.Stopped();
            }
            return report(
                    plan, Optional.empty(), tally, problems, Optional.empty(), Optional.empty());
        }
    }

    /// Carries the plan out, in the caller's thread.
    ///
    /// @param started told the batch before the first row is written
    public ImportOutcome run(
            ImportFile file,
            ImportPlan plan,
            Actor actor,
            ImportWatch watch,
            Consumer<Batch> started) {
        var refused = refusal(file, plan, actor);
        if (refused.isPresent()) {
            return refused.get();
        }
        return switch (fields.ensure(plan, actor)) {
            case TypeOutcome.Saved(var type) -> write(file, plan, type, actor, watch, started);
            case TypeOutcome.Refused(var violations) -> new ImportOutcome.Refused(violations);
            case TypeOutcome.Stale _ ->
                    new ImportOutcome.Refused(
                            List.of(
                                    new io.mergedesk.entities.Violation(
                                            "type",
                                            "another admin is changing this type: try again")));
            case TypeOutcome.Forbidden _ -> new ImportOutcome.Forbidden();
            case TypeOutcome.Missing _ -> new ImportOutcome.Missing();
        };
    }

    private ImportOutcome write(
            ImportFile file,
            ImportPlan plan,
            EntityType type,
            Actor actor,
            ImportWatch watch,
            Consumer<Batch> started) {
        var batch = batches.start(type.name(), file.name(), file.rows(), actor);
        LOG.info("import {} of {} rows into {} began", batch.id(), file.rows(), type.name());
        started.accept(batch);
        var author = Author.of(actor, Origin.IMPORT).inBatch(batch.id());
        try (var _ = batches.atWork(batch);
                var problems = new RowProblems(file.csv())) {
            var tally = new RowTally(file.rows(), type, problems);
            var progress = new Progress(batch, watch);
            try {
                boolean complete =
                        run(
                                file,
                                plan,
                                type,
                                actor,
                                edits -> entities.saveAll(edits, author),
                                tally,
                                false,
                                watch,
                                progress);
                if (!complete) {
                    return cancelled(plan, progress.batch, tally, problems, actor);
                }
                var done = batches.finish(progress.batch, BatchState.DONE);
                LOG.info("import {} is done: {}", batch.id(), tally.counts());
                return report(
                        plan,
                        Optional.of(done),
                        tally,
                        problems,
                        Optional.empty(),
                        Optional.empty());
            } catch (UnreadableFileException e) {
                var failed = batches.finish(progress.batch, BatchState.FAILED);
                return report(
                        plan,
                        Optional.of(failed),
                        tally,
                        problems,
                        Optional.empty(),
                        Optional.of(String.valueOf(e.getMessage())));
            }
        }
    }

    private ImportOutcome cancelled(
            ImportPlan plan, Batch batch, RowTally tally, RowProblems problems, Actor actor) {
        LOG.info("import {} was cancelled after {} rows", batch.id(), tally.counts().done());
        var undo = batches.cancel(batch, actor, _ -> {});
        var after = undo instanceof BatchUndo.Undone(var undone, _, _, _, _) ? undone : batch;
        return report(
                plan, Optional.of(after), tally, problems, Optional.of(undo), Optional.empty());
    }

    private boolean run(
            ImportFile file,
            ImportPlan plan,
            EntityType type,
            Actor actor,
            RowSink sink,
            RowTally tally,
            boolean dry,
            ImportWatch watch,
            Consumer<RowTally> afterChunk) {
        var found = types.find(plan.type());
        Map<FieldName, FieldDefinition> definitions = fields.definitions(plan, found);
        var names = new ReferenceNames(lookup, types, actor);
        // in a dry run entities can only be looked up by what is stored
        var stored = dry ? found.orElse(type) : type;
        Optional<FieldName> key = dry && found.isEmpty() ? Optional.empty() : plan.key();
        var matcher = new RowMatcher(entities, lookup, names, actor, stored, key, definitions);
        return new ImportRun(
                        file.csv(),
                        new RowReader(file, plan, definitions),
                        matcher,
                        sink,
                        tally,
                        telling(type, plan),
                        dry,
                        watch,
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

    private Optional<ImportOutcome> refusal(ImportFile file, ImportPlan plan, Actor actor) {
        if (plan.newLabel().isEmpty() && types.find(plan.type()).isEmpty()) {
            return Optional.of(new ImportOutcome.Missing());
        }
        if (plan.definesAnything() && !actor.is(Role.ADMIN)) {
            return Optional.of(new ImportOutcome.Forbidden());
        }
        var violations = fields.violations(plan, file);
        return violations.isEmpty()
                ? Optional.empty()
                : Optional.of(new ImportOutcome.Refused(violations));
    }

    private static ImportOutcome report(
            ImportPlan plan,
            Optional<Batch> batch,
            RowTally tally,
            RowProblems problems,
            Optional<BatchUndo> takenBack,
            Optional<String> failure) {
        return new ImportOutcome.Finished(
                new ImportReport(
                        plan.type(),
                        batch,
                        tally.counts(),
                        problems.first(),
                        tally.changes(),
                        tally.changedFields(),
                        problems.file(),
                        takenBack,
                        failure));
    }

    /// Notes after each chunk how far the batch is, so that everybody sees it.
    private final class Progress implements Consumer<RowTally> {
        private final ImportWatch watch;
        private Batch batch;

        private Progress(Batch batch, ImportWatch watch) {
            this.batch = batch;
            this.watch = watch;
        }

        @Override
        public void accept(RowTally tally) {
            batch = batches.seen(batch, tally.counts());
            watch.progress(tally.counts());
        }
    }
}
