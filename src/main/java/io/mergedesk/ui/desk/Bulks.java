package io.mergedesk.ui.desk;

import com.vaadin.flow.component.UI;
import io.mergedesk.common.BatchId;
import io.mergedesk.desk.BulkJob;
import io.mergedesk.desk.BulkOutcome;
import io.mergedesk.desk.BulkReport;
import io.mergedesk.desk.BulkRequest;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Coalesced;
import io.mergedesk.ui.shell.Toast;
import java.util.function.Consumer;

/// Deciding many and taking that back, from the page of one person.
///
/// @param done told of each batch that was settled
record Bulks(DeskServices services, Viewer viewer, UI page, Consumer<BatchId> done) {

    void decide(BulkRequest.Selection selection, String scope) {
        new BulkDialog(services, viewer, selection, scope, this::settled).open();
    }

    private void settled(BulkReport report) {
        if (report.batch().isEmpty()) {
            Toast.say("Nothing was settled.");
            return;
        }
        var batch = report.batch().get();
        var staying = report.counts().staying();
        Toast.withUndo(
                DeskWords.count(report.counts().settled(), "conflict")
                        + " settled"
                        + (report.cancelled() ? " before you stopped it" : "")
                        + (staying == 0 ? "." : ", %,d wait on.".formatted(staying)),
                () -> undo(batch));
        done.accept(batch);
    }

    /// Takes a batch back in the background, and tells what came of it.
    void undo(BatchId batch) {
        var job = services.bulk().startUndo(batch, viewer.author());
        Toast.say("Taking it back …");
        var told = new Coalesced(page, () -> tell(job));
        job.onChange(() -> {
            if (job.outcome().isPresent() || job.failure().isPresent()) {
                told.run();
            }
        });
        if (job.outcome().isPresent() || job.failure().isPresent()) {
            told.run();
        }
    }

    private static void tell(BulkJob job) {
        if (job.outcome().orElse(null) instanceof BulkOutcome.Undone(var reopened, var kept)) {
            Toast.say(
                    DeskWords.count(reopened, "conflict")
                            + (reopened == 1 ? " waits again" : " wait again")
                            + (kept == 0
                                    ? "."
                                    : ", %,d stay settled: they were decided anew since."
                                            .formatted(kept)));
        } else {
            Toast.say("The undo broke off. Nothing is lost: undo it again.");
        }
    }
}
