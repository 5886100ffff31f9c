package io.mergedesk.transfer;

import io.mergedesk.common.Actor;
import io.mergedesk.common.BatchId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Imports that run on this node, each in a thread of its own.
public final class ImportJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);

    private final Imports imports;
    private final Map<BatchId, ImportJob> running = new ConcurrentHashMap<>();

    ImportJobs(Imports imports) {
        this.imports = imports;
    }

    /// Carries a plan out, and remembers where its columns went.
    ///
    /// @param atEnd called when it is over, however it ended
    public ImportJob start(ImportFile file, ImportPlan plan, Actor actor, Runnable atEnd) {
        var job = new ImportJob(file.rows());
        inBackground(
                job,
                () ->
                        imports.run(
                                file,
                                plan,
                                actor,
                                job,
                                batch -> {
                                    running.put(batch.id(), job);
                                    job.began(batch.id());
                                    imports.remember(plan, file);
                                }),
                atEnd);
        return job;
    }

    /// Tries a plan.
    public ImportJob tryOut(ImportFile file, ImportPlan plan, Actor actor) {
        var job = new ImportJob(file.rows());
        inBackground(job, () -> imports.dryRun(file, plan, actor, job), () -> {});
        return job;
    }

    /// The job that works on a batch, when it runs here.
    public Optional<ImportJob> of(BatchId batch) {
        return Optional.ofNullable(running.get(batch));
    }

    private interface Work {
        ImportOutcome run();
    }

    private void inBackground(ImportJob job, Work work, Runnable atEnd) {
        Thread.ofVirtual()
                .name("import")
                .start(() -> {
                    try {
                        job.ended(work.run());
                    } catch (RuntimeException e) {
                        LOG.error("an import broke off", e);
                        job.broke(e);
                    } finally {
                        job.batch().ifPresent(running::remove);
                        atEnd.run();
                    }
                });
    }
}
