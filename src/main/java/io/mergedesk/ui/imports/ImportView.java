package io.mergedesk.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.entities.Batches;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import io.mergedesk.transfer.ColumnTarget;
import io.mergedesk.transfer.ImportFile;
import io.mergedesk.transfer.ImportJob;
import io.mergedesk.transfer.ImportJobs;
import io.mergedesk.transfer.ImportOutcome;
import io.mergedesk.transfer.ImportPlan;
import io.mergedesk.transfer.ImportReport;
import io.mergedesk.transfer.Imports;
import io.mergedesk.ui.imports.ImportSteps.Step;
import io.mergedesk.ui.shell.CurrentAccount;
import io.mergedesk.ui.shell.MainLayout;
import io.mergedesk.ui.shell.PageHeader;
import jakarta.annotation.security.PermitAll;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Leads a file through upload, columns, check and import; below stands what was imported before.
///
/// `?type=` chooses the type to import into.
@Route(value = "import", layout = MainLayout.class)
@PageTitle("Import · Mergedesk")
@PermitAll
@StyleSheet("context://styles/import.css")
class ImportView extends Div implements BeforeEnterObserver {

    private final transient Imports imports;
    private final transient ImportJobs jobs;
    private final transient TypeService types;
    private final transient CurrentAccount current;
    private final ImportSteps steps = new ImportSteps();
    private final Div stage = new Div();
    private final RecentImports recent;
    private final ImportFiles files = new ImportFiles();
    private transient @Nullable ImportFile file;
    private FileStep first;

    ImportView(
            Imports imports,
            ImportJobs jobs,
            Batches batches,
            TypeService types,
            CurrentAccount current,
            InstantSource clock) {
        this.imports = imports;
        this.jobs = jobs;
        this.types = types;
        this.current = current;
        recent = new RecentImports(batches, jobs, types, clock, this::actor, this::undoing);
        first = fileStep();
        addClassNames("page", "import-page");
        stage.addClassName("import-stage");
        add(new PageHeader("Import"), steps, stage, recent);
        show(Step.FILE, first);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("type")
                .ifPresent(first::choose);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        files.leave();
        super.onDetach(event);
    }

    private FileStep fileStep() {
        return new FileStep(types.all(), actor().is(Role.ADMIN), this::taken);
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
        var plan =
                first.type()
                        .flatMap(type -> imports.suggest(type, read, actor()))
                        .orElseGet(() -> imports.suggestNew(first.newLabel(read), read));
        columns(read, plan);
    }

    private void columns(ImportFile read, ImportPlan plan) {
        ColumnsStep.NewFields added =
                column ->
                        actor().is(Role.ADMIN)
                                ? Optional.of(newField(plan, column))
                                : Optional.empty();
        show(
                Step.COLUMNS,
                new ColumnsStep(
                        read,
                        plan,
                        types.find(plan.type()),
                        added,
                        this::begin,
                        changed -> check(read, changed)));
    }

    private ColumnTarget.Added newField(ImportPlan plan, io.mergedesk.transfer.Column column) {
        return plan.targets().get(column.index()) instanceof ColumnTarget.Added added
                ? added
                : imports.newField(plan, column);
    }

    private void check(ImportFile read, ImportPlan plan) {
        var job = jobs.tryOut(read, plan, actor());
        show(
                Step.CHECK,
                new RunStep(
                        "Checking every row …",
                        "Stopping the check …",
                        job,
                        done -> checked(read, plan, done)));
    }

    private void checked(ImportFile read, ImportPlan plan, ImportJob job) {
        answered(
                job,
                plan,
                report ->
                        show(
                                Step.CHECK,
                                new CheckStep(
                                        report,
                                        labels(plan),
                                        () -> columns(read, plan),
                                        () -> start(read, plan))));
    }

    private void start(ImportFile read, ImportPlan plan) {
        var job = jobs.start(read, plan, actor(), files.lend());
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

    private void undoing(UndoProgress progress) {
        stage.getChildren()
                .filter(ResultStep.class::isInstance)
                .forEach(result -> ((ResultStep) result).show(progress));
    }

    private void answered(
            ImportJob job, ImportPlan plan, java.util.function.Consumer<ImportReport> finished) {
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
            columns(file, plan);
        }
        stage.addComponentAsFirst(ResultStep.note(why));
    }

    private Function<FieldName, String> labels(ImportPlan plan) {
        return name ->
                plan.targets().stream()
                        .filter(ColumnTarget.Added.class::isInstance)
                        .map(ColumnTarget.Added.class::cast)
                        .filter(added -> added.field().equals(name))
                        .map(ColumnTarget.Added::label)
                        .findFirst()
                        .or(() -> types.find(plan.type()).map(type -> type.labelOf(name)))
                        .orElse(name.value());
    }

    private void show(Step step, Component content) {
        steps.show(step);
        stage.removeAll();
        stage.add(content);
    }

    private Actor actor() {
        return current.get().actor();
    }
}
