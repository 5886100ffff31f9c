package io.mergedesk.transfer;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchLookup;
import io.mergedesk.entities.Batches;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionOperations;

/// Imports files: suggests a plan, tries it, carries it out.
///
/// All rows of one import are one batch, and every row goes through the one write path, with the
/// rights of whoever imports. An empty cell clears its field.
public final class Imports {

    private final EntityService entities;
    private final TypeService types;
    private final TransactionOperations transactions;
    private final MappingMemory memory;
    private final PlanProposals proposals;
    private final ImportFields fields;
    private final RowPass pass;
    private final BatchImport writing;

    Imports(
            EntityService entities,
            TypeService types,
            BatchLookup lookup,
            Batches batches,
            MappingMemory memory,
            TransactionOperations transactions) {
        this.entities = entities;
        this.types = types;
        this.transactions = transactions;
        this.memory = memory;
        this.proposals = new PlanProposals(types, memory);
        this.fields = new ImportFields(types);
        this.pass = new RowPass(entities, types, lookup, fields);
        this.writing = new BatchImport(entities, batches, pass);
    }

    /// Where the columns of the file seem to belong, in a type that is there.
    public Optional<ImportPlan> suggest(TypeName type, ImportFile file, Actor actor) {
        return proposals.into(type, file, actor);
    }

    /// The same, or where they went the last time, when somebody has imported such a file.
    public Optional<Proposal> propose(TypeName type, ImportFile file, Actor actor) {
        return proposals.asLastTime(type, file, actor);
    }

    /// A plan that makes a type of the file; only admins can carry it out.
    ///
    /// @param label what people shall call it: "Countries"
    public ImportPlan suggestNew(String label, ImportFile file) {
        return proposals.intoNew(label, file);
    }

    /// The same, under a name that is given.
    public ImportPlan suggestNew(TypeName name, String label, ImportFile file) {
        return ImportPlanner.intoNew(name, label, file);
    }

    /// The new field that a column would make beside those of the plan.
    public ColumnTarget.Added newField(ImportPlan plan, Column column) {
        return proposals.newField(plan, column);
    }

    /// Keeps where the columns go, to be proposed for the next file with the same ones.
    public void remember(ImportPlan plan, ImportFile file) {
        memory.remember(plan, file);
    }

    /// Reads, checks and matches every row as an import would, and writes nothing.
    public ImportOutcome dryRun(ImportFile file, ImportPlan plan, Actor actor, ImportWatch watch) {
        return refusal(file, plan, actor)
                .orElseGet(() -> tryOut(new ImportTask(file, plan, actor, watch)));
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
        return refusal(file, plan, actor)
                .orElseGet(() -> carryOut(new ImportTask(file, plan, actor, watch), started));
    }

    private ImportOutcome tryOut(ImportTask task) {
        var found = types.find(task.plan().type());
        var planned = PlannedType.of(fields.asPlanned(task.plan(), found), found);
        var author = Author.of(task.actor(), Origin.IMPORT);
        var sink = new DryRunSink(entities, transactions, author, found, planned);
        try (var problems = new RowProblems(task.file().csv())) {
            var tally = new RowTally(task.file().rows(), planned, problems);
            if (!pass.dry(task, planned, sink, tally)) {
                problems.discard();
                return new ImportOutcome.Stopped();
            }
            return new ImportOutcome.Finished(ImportReport.of(task.plan(), tally, problems));
        }
    }

    private ImportOutcome carryOut(ImportTask task, Consumer<Batch> started) {
        return switch (fields.ensure(task.plan(), task.actor())) {
            case TypeOutcome.Saved(var type) ->
                    new ImportOutcome.Finished(writing.run(task, type, started));
            case TypeOutcome.Refused(var violations) -> new ImportOutcome.Refused(violations);
            case TypeOutcome.Stale _ ->
                    new ImportOutcome.Refused(
                            List.of(
                                    new Violation(
                                            "type",
                                            "another admin is changing this type: try again")));
            case TypeOutcome.Forbidden _ -> new ImportOutcome.Forbidden();
            case TypeOutcome.Missing _ -> new ImportOutcome.Missing();
        };
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
}
