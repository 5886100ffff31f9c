package io.mergedesk.transfer;

import io.mergedesk.common.Origin;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Batch;
import io.mergedesk.entities.BatchState;
import io.mergedesk.entities.BatchUndo;
import io.mergedesk.entities.Batches;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the rows of a task as one batch, and takes them back when it is cancelled.
final class BatchImport {

    private static final Logger LOG = LoggerFactory.getLogger(BatchImport.class);

    private final EntityService entities;
    private final Batches batches;
    private final RowPass pass;

    BatchImport(EntityService entities, Batches batches, RowPass pass) {
        this.entities = entities;
        this.batches = batches;
        this.pass = pass;
    }

    /// @param started told the batch before the first row is written
    ImportReport run(ImportTask task, EntityType type, Consumer<Batch> started) {
        var file = task.file();
        var batch = batches.start(type.name(), file.name(), file.rows(), task.actor());
        LOG.info("import {} of {} rows into {} began", batch.id(), file.rows(), type.name());
        started.accept(batch);
        var author = Author.of(task.actor(), Origin.IMPORT).inBatch(batch.id());
        try (var _ = batches.atWork(batch);
                var problems = new RowProblems(file.csv())) {
            var tally = new RowTally(file.rows(), type, problems);
            var progress = new Progress(batch, task.watch());
            RowSink sink = edits -> entities.saveAll(edits, author);
            try {
                if (!pass.writing(task, type, sink, tally, progress)) {
                    return cancelled(task, progress.batch, tally, problems);
                }
                var done = batches.finish(progress.batch, BatchState.DONE);
                LOG.info("import {} is done: {}", batch.id(), tally.counts());
                return ImportReport.of(task.plan(), tally, problems).in(done);
            } catch (UnreadableFileException e) {
                var failed = batches.finish(progress.batch, BatchState.FAILED);
                return ImportReport.of(task.plan(), tally, problems)
                        .in(failed)
                        .stoppedBy(String.valueOf(e.getMessage()));
            }
        }
    }

    private ImportReport cancelled(
            ImportTask task, Batch batch, RowTally tally, RowProblems problems) {
        LOG.info("import {} was cancelled after {} rows", batch.id(), tally.counts().done());
        var undo = batches.cancel(batch, task.actor(), _ -> {});
        var after = undo instanceof BatchUndo.Undone(var undone, _, _, _, _) ? undone : batch;
        return ImportReport.of(task.plan(), tally, problems).in(after).takenBack(undo);
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
