package io.mergedesk.ui.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.mergedesk.common.BatchId;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchState;
import io.mergedesk.entities.BatchUndo;
import io.mergedesk.transfer.ImportReport;
import java.util.Optional;
import java.util.function.Consumer;

/// Last: what the import did, with its way back.
final class ResultStep extends Div {

    private final Optional<BatchId> batch;
    private final Button undo;
    private final Span undone = new Span();

    ResultStep(ImportReport report, Consumer<Batch> askUndo, Runnable again) {
        batch = report.batch().map(Batch::id);
        undo = new Button("Undo", _ -> report.batch().ifPresent(askUndo));
        undo.setVisible(canBeUndone(report));
        undone.addClassName("soft");
        undone.setVisible(false);
        addClassNames("card", "import-card");
        add(new H2(title(report)));
        report.failure().ifPresent(why -> add(note(why)));
        report.takenBack().ifPresent(back -> add(note(words(back))));
        add(ReportParts.counts(report.counts(), false));
        if (report.counts().failed() > 0) {
            add(ReportParts.problems(report.problems(), report.counts().failed()));
        }
        var actions = new Div();
        actions.addClassName("import-actions");
        report.errorFile()
                .ifPresent(file -> {
                    var link =
                            new Anchor(
                                    DownloadHandler.forFile(file.toFile(), "not-taken.csv"),
                                    AttachmentType.DOWNLOAD,
                                    "Download the rows that were not taken");
                    link.addClassName("import-errors");
                    actions.add(link);
                });
        actions.add(undo, undone);
        actions.add(new Button("Import another file", _ -> again.run()));
        var open = new Button("Open the records");
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.addClickListener(
                _ -> open.getUI().ifPresent(ui -> ui.navigate("records/" + report.type())));
        actions.add(open);
        add(actions);
    }

    /// Says what became of the undo, in the place of the button that asked for it.
    void show(UndoProgress progress) {
        if (batch.filter(progress.batch()::equals).isPresent()) {
            undo.setVisible(progress.again());
            undone.setText(progress.words());
            undone.setVisible(true);
        }
    }

    private static boolean canBeUndone(ImportReport report) {
        return report.batch().filter(batch -> batch.state() == BatchState.DONE).isPresent()
                && report.counts().created() + report.counts().updated() > 0;
    }

    private static String title(ImportReport report) {
        return switch (report.batch().map(Batch::state).orElse(BatchState.DONE)) {
            case CANCELLED -> "Cancelled";
            case FAILED -> "Stopped before the end of the file";
            case RUNNING, DONE, UNDOING, UNDONE ->
                    report.counts().failed() == 0 ? "Imported" : "Imported, but for some rows";
        };
    }

    static String words(BatchUndo undo) {
        return switch (undo) {
            case BatchUndo.Undone(_, var deleted, var reverted, var kept, _) ->
                    "Taken back: %s new records deleted, %s changes reverted.%s"
                            .formatted(
                                    ReportParts.number(deleted),
                                    ReportParts.number(reverted),
                                    kept == 0
                                            ? ""
                                            : " "
                                                    + ReportParts.number(kept)
                                                    + " records keep what somebody changed since.");
            case BatchUndo.NotNow _ -> "There is nothing to undo now.";
            case BatchUndo.Forbidden _ -> "Only who started an import, and admins, undo it.";
            case BatchUndo.Missing _ -> "This import is not there.";
        };
    }

    static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassNames("note", "note-warn");
        note.getElement().setAttribute("role", "status");
        return note;
    }
}
