package io.mergedesk.ui.imports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.Actor;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchUndo;
import io.mergedesk.entities.Batches;
import io.mergedesk.entities.TypeService;
import io.mergedesk.transfer.ImportJobs;
import io.mergedesk.ui.shell.Coalesced;
import io.mergedesk.ui.shell.StatusBadge;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// What was imported before, each with its state and its way back.
final class RecentImports extends Div {

    private static final int SHOWN = 12;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH);

    private final transient Batches batches;
    private final transient ImportJobs jobs;
    private final transient TypeService types;
    private final transient InstantSource clock;
    private final transient Supplier<Actor> actor;
    private final transient Consumer<UndoProgress> undoing;
    private final Div list = new Div();
    private final Div told = new Div();

    /// @param undoing told of each undo, from its beginning on
    RecentImports(
            Batches batches,
            ImportJobs jobs,
            TypeService types,
            InstantSource clock,
            Supplier<Actor> actor,
            Consumer<UndoProgress> undoing) {
        this.batches = batches;
        this.jobs = jobs;
        this.types = types;
        this.clock = clock;
        this.actor = actor;
        this.undoing = undoing;
        addClassName("import-recent");
        list.addClassNames("card", "import-batches");
        told.setVisible(false);
        add(new H2("Recent imports"), told, list);
        refresh();
    }

    void refresh() {
        list.removeAll();
        var now = clock.instant();
        var latest = batches.latest(actor.get(), SHOWN);
        latest.forEach(batch -> list.add(row(batch, now)));
        if (latest.isEmpty()) {
            var none = new Paragraph("Nothing was imported yet.");
            none.addClassNames("soft", "import-none");
            list.add(none);
        }
    }

    /// Asks, takes back in the background, and tells what came of it.
    void askUndo(Batch batch) {
        var dialog = new ConfirmDialog();
        dialog.setHeader("Undo this import?");
        dialog.setText(
                "%s: %s new records are deleted and %s changed ones get their old values back. What somebody changed since is kept."
                        .formatted(
                                batch.label(),
                                ReportParts.number(batch.counts().created()),
                                ReportParts.number(batch.counts().updated())));
        dialog.setCancelable(true);
        dialog.setCancelText("Keep it");
        dialog.setConfirmText("Undo");
        dialog.addConfirmListener(event -> undo(batch, event.getSource().getUI().orElseThrow()));
        dialog.open();
    }

    private void undo(Batch batch, UI page) {
        var who = actor.get();
        tell(new UndoProgress(batch.id(), "Undoing " + batch.label() + " …", false));
        Thread.ofVirtual()
                .name("undo")
                .start(() -> {
                    UndoProgress end;
                    try {
                        BatchUndo undone = batches.undo(batch.id(), who, _ -> {});
                        end = new UndoProgress(batch.id(), ResultStep.words(undone), false);
                    } catch (RuntimeException e) {
                        org.slf4j.LoggerFactory.getLogger(RecentImports.class)
                                .error("batch {} could not be undone", batch.id(), e);
                        end =
                                new UndoProgress(
                                        batch.id(),
                                        "The undo was interrupted. Nothing is lost: undo it again.",
                                        true);
                    }
                    var said = end;
                    new Coalesced(
                                    page,
                                    () -> {
                                        tell(said);
                                        refresh();
                                    })
                            .run();
                });
    }

    private void tell(UndoProgress progress) {
        told.setVisible(true);
        told.removeAll();
        told.add(ResultStep.note(progress.words()));
        undoing.accept(progress);
    }

    private Div row(Batch batch, Instant now) {
        var title = new Span(batch.label());
        title.addClassName("import-title");
        var about =
                new Span(
                        "%s · %s · %s"
                                .formatted(
                                        types.find(batch.type())
                                                .map(type -> type.label())
                                                .orElse(batch.type().value()),
                                        batch.startedBy(),
                                        TIME.format(batch.startedAt().atOffset(ZoneOffset.UTC))));
        about.addClassNames("soft", "small");
        var what = new Div(title, about);
        what.addClassName("import-what");
        var counts = new Span(counts(batch));
        counts.addClassNames("small", "number", "import-batch-counts");
        var row = new Div(what, counts, badge(batch, now));
        row.addClassName("import-batch");
        if (batch.canBeUndone(now) && batches.mayUndo(batch, actor.get())) {
            var undo = new Button("Undo", _ -> askUndo(batch));
            undo.setAriaLabel("Undo " + batch.label());
            row.add(undo);
        } else {
            jobs.of(batch.id())
                    .filter(_ -> batches.mayUndo(batch, actor.get()))
                    .ifPresent(job -> row.add(new Button("Cancel", _ -> job.cancel())));
        }
        return row;
    }

    private static String counts(Batch batch) {
        var counts = batch.counts();
        return "%s new, %s changed, %s unchanged, %s not taken"
                .formatted(
                        ReportParts.number(counts.created()),
                        ReportParts.number(counts.updated()),
                        ReportParts.number(counts.skipped()),
                        ReportParts.number(counts.failed()));
    }

    private static StatusBadge badge(Batch batch, Instant now) {
        if (batch.isInterrupted(now)) {
            return new StatusBadge("interrupted", StatusBadge.Kind.WARN);
        }
        var kind =
                switch (batch.state()) {
                    case DONE -> StatusBadge.Kind.OK;
                    case RUNNING, UNDOING -> StatusBadge.Kind.ACCENT;
                    case FAILED -> StatusBadge.Kind.BAD;
                    case CANCELLED, UNDONE -> StatusBadge.Kind.PLAIN;
                };
        return new StatusBadge(batch.state().wireName(), kind);
    }
}
