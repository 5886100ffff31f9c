package io.mergedesk.ui.history;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Patch;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Author;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.ui.shell.Toast;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Brings old values back, by ordinary edits that say so in their origin. Nothing is written before
/// its preview was seen.
final class Restoring {

    private final Subject subject;
    private final Teller teller;
    private final Runnable written;

    Restoring(Subject subject, Teller teller, Runnable written) {
        this.subject = subject;
        this.teller = teller;
        this.written = written;
    }

    /// Asks before one field gets a value it had.
    void field(FieldName field, @Nullable FieldValue value) {
        var title = "Restore " + teller.type().labelOf(field);
        preview(
                title,
                current -> Optional.of(RestorePlan.ofField(teller.type(), current, field, value)));
    }

    /// Asks before everything gets the values it had at that revision.
    void record(Revision revision) {
        preview(
                "Restore " + revision,
                current ->
                        subject.at(revision)
                                .map(past -> RestorePlan.ofRecord(teller.type(), current, past)));
    }

    /// Brings the deleted record back as it was; there is nothing to preview.
    void deleted() {
        var outcome = save(new Edit.Restore(subject.id()));
        if (outcome instanceof SaveOutcome.Applied(var entity)) {
            Toast.withUndo(
                    words(outcome), () -> undone(new Edit.Delete(entity.id(), entity.revision())));
        } else {
            Toast.say(words(outcome));
        }
        written.run();
    }

    private void preview(String title, Function<Entity, Optional<RestorePlan>> planner) {
        var current = subject.current();
        var plan = current.flatMap(planner);
        if (plan.isEmpty()) {
            Toast.say("There is nothing to restore: the record is no longer shared with you.");
            return;
        }
        new RestoreDialog(title, teller, plan.get(), shown -> write(shown, planner)).open();
    }

    /// @return what went wrong, for the dialog to say
    private Optional<RestoreDialog.Problem> write(
            RestorePlan plan, Function<Entity, Optional<RestorePlan>> planner) {
        var before = subject.at(plan.base());
        var outcome = save(new Edit.Update(subject.id(), plan.base(), plan.patch()));
        written.run();
        if (!RestoreWords.isWritten(outcome)) {
            return Optional.of(
                    new RestoreDialog.Problem(
                            words(outcome), subject.current().flatMap(planner).orElse(plan)));
        }
        var after = entity(outcome);
        before.ifPresent(was -> Toast.withUndo(words(outcome), () -> undo(was, after, plan)));
        return Optional.empty();
    }

    private void undo(Entity was, Entity after, RestorePlan plan) {
        var back = new TreeMap<FieldName, Optional<FieldValue>>();
        plan.changes()
                .forEach(change -> back.put(change.field(), Optional.ofNullable(change.from())));
        undone(new Edit.Update(was.id(), after.revision(), new Patch(back)));
    }

    private void undone(Edit edit) {
        var outcome = save(edit);
        Toast.say(
                RestoreWords.isWritten(outcome)
                        ? "Undone. Both steps stay in the history."
                        : words(outcome));
        written.run();
    }

    private SaveOutcome save(Edit edit) {
        return subject.entities().save(edit, Author.of(subject.actor(), Origin.RESTORE).asking());
    }

    private String words(SaveOutcome outcome) {
        return RestoreWords.of(outcome, teller.type(), teller.time());
    }

    private static Entity entity(SaveOutcome outcome) {
        return switch (outcome) {
            case SaveOutcome.Applied(var entity) -> entity;
            case SaveOutcome.Merged(var entity, _) -> entity;
            case SaveOutcome.Parked _,
                    SaveOutcome.Contested _,
                    SaveOutcome.Refused _,
                    SaveOutcome.Gone _,
                    SaveOutcome.Missing _ ->
                    throw new IllegalStateException("expected a written edit, got " + outcome);
        };
    }
}
