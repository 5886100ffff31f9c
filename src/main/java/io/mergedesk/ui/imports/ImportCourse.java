package io.mergedesk.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import io.mergedesk.transfer.Column;
import io.mergedesk.transfer.ColumnTarget;
import io.mergedesk.transfer.ImportFile;
import io.mergedesk.transfer.ImportJob;
import io.mergedesk.transfer.ImportJobs;
import io.mergedesk.transfer.ImportOutcome;
import io.mergedesk.transfer.ImportPlan;
import io.mergedesk.transfer.ImportReport;
import io.mergedesk.transfer.Imports;
import io.mergedesk.transfer.Proposal;
import io.mergedesk.ui.imports.ImportSteps.Step;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The way of one file through upload, columns, check and import, one step on the stage at a time.
final class ImportCourse extends Div {

    private final transient Imports imports;
    private final transient ImportJobs jobs;
    private final transient TypeService types;
    private final transient Supplier<Actor> actor;
    private final RecentImports recent;
    private final ImportSteps steps = new ImportSteps();
    private final Div stage = new Div();
    private final ImportFiles files = new ImportFiles();
    private transient @Nullable ImportFile file;
    private FileStep first;

    ImportCourse(
            Imports imports,
            ImportJobs jobs,
            TypeService types,
            Supplier<Actor> actor,
            RecentImports recent) {
        this.imports = imports;
        this.jobs = jobs;
        this.types = types;
        this.actor = actor;
        this.recent = recent;
        addClassName("import-course");
        stage.addClassName("import-stage");
        add(steps, stage);
        first = fileStep();
        show(Step.FILE, first);
    }

    void choose(String type) {
        first.choose(type);
    }

    /// The page is left: files that no import needs are deleted.
    void leave() {
        files.leave();
    }

    private FileStep fileStep() {
        return new FileStep(types.all(), isAdmin(), this::taken);
    }

    private void begin() {
        files.leave();
        first = fileStep();
        recent.refresh();
        show(Step.FILE, first);
    }

    /// A file was uploaded and read through.
    void taken(ImportFile read, Path path) {
        files.keep(path);
        file = read;
        columns(
                read,
                first.type()
                        .flatMap(type -> imports.propose(type, read, actor.get()))
                        .orElseGet(() ->
                                new Proposal(
                                        imports.suggestNew(first.newLabel(read), read), false)));
    }

    private void columns(ImportFile read, Proposal proposal) {
        var plan = proposal.plan();
        show(
                Step.COLUMNS,
                new ColumnsStep(
                        read,
                        proposal,
                        types.find(plan.type()),
                        column ->
                                isAdmin() ? Optional.of(newField(plan, column)) : Optional.empty(),
                        this::begin,
                        changed -> check(read, changed)));
    }

    private ColumnTarget.Added newField(ImportPlan plan, Column column) {
        return plan.targets().get(column.index()) instanceof ColumnTarget.Added added
                ? added
                : imports.newField(plan, column);
    }

    private void check(ImportFile read, ImportPlan plan) {
        var job = jobs.tryOut(read, plan, actor.get());
        show(
                Step.CHECK,
                new RunStep(
                        "Checking every row …",
                        "Stopping the check …",
                        job,
                        done -> answered(done, plan, report -> checked(read, plan, report))));
    }

    private void checked(ImportFile read, ImportPlan plan, ImportReport report) {
        var labels = new PlanLabels(plan, types.find(plan.type()));
        show(
                Step.CHECK,
                new CheckStep(
                        report,
                        labels,
                        () -> columns(read, new Proposal(plan, false)),
                        () -> start(read, plan)));
    }

    private void start(ImportFile read, ImportPlan plan) {
        var job = jobs.start(read, plan, actor.get(), files.lend());
        show(
                Step.IMPORT,
                new RunStep(
                        "Importing …",
                        "Taking back what was written …",
                        job,
                        done -> imported(plan, done)));
    }

    private void imported(ImportPlan plan, ImportJob job) {
        recent.refresh();
        answered(
                job,
                plan,
                report -> show(Step.IMPORT, new ResultStep(report, recent::askUndo, this::begin)));
    }

    void undoing(UndoProgress progress) {
        stage.getChildren()
                .filter(ResultStep.class::isInstance)
                .forEach(result -> ((ResultStep) result).show(progress));
    }

    private void answered(ImportJob job, ImportPlan plan, Consumer<ImportReport> finished) {
        switch (job.outcome().orElse(null)) {
            case null ->
                    refused(
                            plan,
                            "It broke off on our side. What was written can be undone below.");
            case ImportOutcome.Finished(var report) -> {
                report.errorFile().ifPresent(files::keep);
                finished.accept(report);
            }
            case ImportOutcome.Stopped _ ->
                    refused(plan, "The check was stopped. Nothing was written.");
            case ImportOutcome.Refused(var violations) ->
                    refused(
                            plan,
                            String.join(
                                    "; ", violations.stream().map(Violation::message).toList()));
            case ImportOutcome.Forbidden _ -> refused(plan, "Only admins add types and fields.");
            case ImportOutcome.Missing _ -> refused(plan, "This type is not there any more.");
        }
    }

    private void refused(ImportPlan plan, String why) {
        if (file != null) {
            columns(file, new Proposal(plan, false));
        }
        stage.addComponentAsFirst(ResultStep.note(why));
    }

    private void show(Step step, Component content) {
        steps.show(step);
        stage.removeAll();
        stage.add(content);
    }

    private boolean isAdmin() {
        return actor.get().is(Role.ADMIN);
    }
}
