package io.mergedesk.ui.sync;

import io.mergedesk.common.Actor;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.MergePatch;
import io.mergedesk.ui.shell.Toast;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/// What an admin can do with jobs, one or many.
final class JobActions implements JobDialog.Decisions {

    private final SyncServices services;
    private final Supplier<Actor> actor;
    private final Runnable changed;

    JobActions(SyncServices services, Supplier<Actor> actor, Runnable changed) {
        this.services = services;
        this.actor = actor;
        this.changed = changed;
    }

    void open(JobLine line) {
        services.jobs()
                .find(line.job().id(), actor.get())
                .ifPresent(now ->
                        new JobDialog(
                                        now,
                                        services.jobs().attempts(now.job().id(), actor.get()),
                                        this)
                                .open());
    }

    @Override
    public void retry(JobLine line) {
        retry(List.of(line));
    }

    @Override
    public void retryWith(JobLine line, String body) {
        services.jobs().retryWith(line.job().id(), body, actor.get());
        changed.run();
    }

    @Override
    public void skip(JobLine line) {
        skip(List.of(line));
    }

    void retry(Collection<JobLine> lines) {
        int many = services.jobs().retry(ids(lines), actor.get());
        say(many, "job is delivered again", "jobs are delivered again");
    }

    void skip(Collection<JobLine> lines) {
        int many = services.jobs().skip(ids(lines), actor.get());
        say(many, "job is skipped", "jobs are skipped");
    }

    /// Asks for one change and makes it to all of them.
    void change(List<JobLine> lines) {
        var first = lines.getFirst();
        var example =
                MergePatch.object(
                        JobDialog.sent(
                                first, services.jobs().attempts(first.job().id(), actor.get())));
        new ChangeDialog(
                        lines.size(),
                        example,
                        change ->
                                say(
                                        services.jobs()
                                                .retryChanged(ids(lines), change, actor.get()),
                                        "job is delivered with your change",
                                        "jobs are delivered with your change"))
                .open();
    }

    private void say(int many, String one, String several) {
        Toast.say(SyncWords.count(many, many == 1 ? one : several));
        changed.run();
    }

    private static List<JobId> ids(Collection<JobLine> lines) {
        return lines.stream().map(line -> line.job().id()).toList();
    }
}
