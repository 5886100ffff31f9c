package io.mergedesk.ui.sync;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import io.mergedesk.common.Actor;
import io.mergedesk.common.Sequence;
import io.mergedesk.sync.Answer;
import io.mergedesk.sync.Target;
import io.mergedesk.sync.TargetOutcome;
import io.mergedesk.ui.account.SecretDialog;
import io.mergedesk.ui.shell.Toast;
import java.util.Optional;
import java.util.function.Supplier;

/// What an admin can do with one target.
final class TargetActions {

    private final SyncServices services;
    private final Supplier<Actor> actor;
    private final Runnable changed;

    TargetActions(SyncServices services, Supplier<Actor> actor, Runnable changed) {
        this.services = services;
        this.actor = actor;
        this.changed = changed;
    }

    void add() {
        TargetDialog.adding(services, actor.get(), this::report).open();
    }

    void edit(Target target) {
        TargetDialog.changing(services, actor.get(), target, this::report).open();
    }

    void pause(Target target) {
        report(services.targets().pause(target.id(), target.version(), actor.get()));
    }

    void resume(Target target) {
        report(services.targets().resume(target.id(), target.version(), actor.get()));
    }

    /// Asks in the background, as the other side may take its time.
    void test(Target target) {
        var page = UI.getCurrent();
        var who = actor.get();
        Toast.say("Asking " + target.definition().name() + " …");
        Thread.startVirtualThread(() -> {
            var answer = services.health().test(target.id(), who);
            var _ = page.access(() -> Toast.say(words(target, answer)));
        });
    }

    private static String words(Target target, Optional<Answer> answer) {
        var name = target.definition().name();
        return answer.map(given ->
                        given instanceof Answer.Taken
                                ? name + " took the test event"
                                : name + " did not take it: " + Answer.problemOf(given))
                .orElse(name + " is not there any more");
    }

    void replay(Target target) {
        new ConfirmDialog(
                        "Queue what " + target.definition().name() + " missed?",
                        "Every change in the feed that it wants and has no job for is queued, from the first one"
                                + " on. What it already has is not sent again.",
                        "Queue",
                        _ -> replayNow(target),
                        "Cancel",
                        _ -> {})
                .open();
    }

    private void replayNow(Target target) {
        int queued =
                services.jobs()
                        .replay(
                                target.id(),
                                Sequence.START,
                                services.entities().head(),
                                actor.get());
        Toast.say(
                queued == 0 ? "It missed nothing" : SyncWords.count(queued, "changes are queued"));
        changed.run();
    }

    void rotate(Target target) {
        new ConfirmDialog(
                        "A new secret for " + target.definition().name() + "?",
                        "It is shown once. The one before signs beside it, so the receiver can change over"
                                + " in its own time.",
                        "Make a new secret",
                        _ ->
                                report(
                                        services.targets()
                                                .rotate(
                                                        target.id(),
                                                        Optional.empty(),
                                                        actor.get())),
                        "Cancel",
                        _ -> {})
                .open();
    }

    void remove(Target target) {
        var dialog =
                new ConfirmDialog(
                        "Remove " + target.definition().name() + "?",
                        "What was still to be sent to it is dropped. The audit trail keeps that you did this.",
                        "Remove",
                        _ -> report(services.targets().remove(target.id(), actor.get())),
                        "Cancel",
                        _ -> {});
        dialog.setConfirmButtonTheme("error primary");
        dialog.open();
    }

    private void report(TargetOutcome outcome) {
        switch (outcome) {
            case TargetOutcome.Saved(var target, var secret) ->
                    secret.ifPresent(text ->
                            new SecretDialog("Secret of " + target.definition().name(), text)
                                    .open());
            case TargetOutcome.Refused(var violations) ->
                    Toast.say(violations.getFirst().message());
            case TargetOutcome.Stale _ ->
                    Toast.say("Somebody else changed it meanwhile: look again");
            case TargetOutcome.Forbidden _ -> Toast.say("Only admins may do that");
            case TargetOutcome.Missing _ -> Toast.say("It is not there any more");
        }
        changed.run();
    }
}
