package io.mergedesk.ui.sync;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.mergedesk.common.Actor;
import io.mergedesk.sync.JobId;
import io.mergedesk.sync.JobLine;
import io.mergedesk.sync.MergePatch;
import io.mergedesk.ui.shell.Toast;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ObjectNode;

/// What an admin can do with jobs, one or many.
final class JobActions implements JobDialog.Decisions {

    private final SyncServices services;
    private final Supplier<Actor> actor;
    private final Runnable changed;
    private final HasComponents runs;

    /// @param runs where the progress of what takes longer is shown
    JobActions(SyncServices services, Supplier<Actor> actor, Runnable changed, HasComponents runs) {
        this.services = services;
        this.actor = actor;
        this.changed = changed;
        this.runs = runs;
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
        new ChangeDialog(
                        lines.size(),
                        sent(lines.getFirst()),
                        change ->
                                say(
                                        services.jobs()
                                                .retryChanged(ids(lines), change, actor.get()),
                                        "job is delivered with your change",
                                        "jobs are delivered with your change"))
                .open();
    }

    /// Delivers all that match anew, once that is confirmed.
    void retry(Matching all) {
        var who = actor.get();
        confirm(
                all,
                "Deliver %s again?",
                "The same job ids are sent with them, so a receiver that keeps ids takes each once.",
                "Deliver again",
                () ->
                        run(
                                "Delivering again",
                                all,
                                told -> services.bulk().retry(all.query(), told, who),
                                "are delivered again"));
    }

    /// Skips all that match, once that is confirmed.
    void skip(Matching all) {
        var who = actor.get();
        confirm(
                all,
                "Skip %s?",
                "They go undelivered. They can be delivered again from the list of skipped ones until they are cleaned.",
                "Skip",
                () ->
                        run(
                                "Skipping",
                                all,
                                told -> services.bulk().skip(all.query(), told, who),
                                "are skipped"));
    }

    /// Asks for one change and makes it to all that match.
    ///
    /// @param first one of them, to show what becomes of it
    void change(Matching all, JobLine first) {
        var who = actor.get();
        new ChangeDialog(
                        all.count(),
                        sent(first),
                        change ->
                                run(
                                        "Delivering with your change",
                                        all,
                                        told ->
                                                services.bulk()
                                                        .retryChanged(
                                                                all.query(), change, told, who),
                                        "are delivered with your change"))
                .open();
    }

    private Optional<ObjectNode> sent(JobLine line) {
        return MergePatch.object(
                JobDialog.sent(line, services.jobs().attempts(line.job().id(), actor.get())));
    }

    private static void confirm(
            Matching all, String question, String words, String yes, Runnable work) {
        new ConfirmDialog(
                        question.formatted(SyncWords.count(all.count(), "jobs")),
                        words,
                        yes,
                        _ -> work.run(),
                        "Cancel",
                        _ -> {})
                .open();
    }

    private void run(String title, Matching all, ToIntFunction<IntConsumer> work, String outcome) {
        var run = new BulkRun(title, all.count());
        runs.add(run);
        run.start(
                UI.getCurrent(),
                work,
                result -> {
                    runs.remove(run);
                    Toast.say(
                            SyncWords.count(result.changed(), "jobs " + outcome)
                                    + (result.whole()
                                            ? ""
                                            : "; then it failed. Choose the rest and try again."));
                    changed.run();
                });
    }

    private void say(int many, String one, String several) {
        Toast.say(SyncWords.count(many, many == 1 ? one : several));
        changed.run();
    }

    private static List<JobId> ids(Collection<JobLine> lines) {
        return lines.stream().map(line -> line.job().id()).toList();
    }
}
