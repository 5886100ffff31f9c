package io.mergedesk.ui.records;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.notification.Notification;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Edit;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Violation;
import io.mergedesk.ui.fields.Viewer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Saves, deletes and restores, and tells what came of it.
final class Saving {

    private static final int SHOWN_MILLIS = 4_000;

    private final Viewer viewer;
    private final EntityType type;
    private final Editing editing;
    private final RecordForm form;
    private final String key;

    Saving(Viewer viewer, EntityType type, Editing editing, RecordForm form) {
        this.viewer = viewer;
        this.type = type;
        this.editing = editing;
        this.form = form;
        key = viewer.services().ids().next().toString();
    }

    void save() {
        var problems = editing.problems();
        if (!problems.isEmpty()) {
            form.fields()
                    .complain(
                            problems.entrySet().stream()
                                    .collect(
                                            Collectors.toMap(
                                                    entry -> entry.getKey().value(),
                                                    Map.Entry::getValue)));
            return;
        }
        editing.entity().ifPresentOrElse(this::update, this::create);
    }

    private void create() {
        var author = viewer.author().withKey(key);
        var outcome =
                viewer.services()
                        .entities()
                        .save(new Edit.Create(type.name(), editing.patch()), author);
        tell(outcome, true);
    }

    private void update(Entity entity) {
        if (editing.patch().isEmpty()) {
            toast("There is nothing to save.");
            return;
        }
        var edit = new Edit.Update(entity.id(), editing.base(), editing.patch());
        tell(viewer.services().entities().save(edit, viewer.author()), false);
    }

    private void tell(SaveOutcome outcome, boolean created) {
        switch (outcome) {
            case SaveOutcome.Applied(var entity) -> {
                form.saved(entity, Map.of(), created);
                toast(created ? type.titleOf(entity) + " is created." : "Saved.");
            }
            case SaveOutcome.Merged(var entity, var theirs) -> merged(entity, theirs);
            case SaveOutcome.Parked(var current, var conflict, _) ->
                    form.parked(current, conflict.id());
            case SaveOutcome.Contested(var current, _) -> contested(current);
            case SaveOutcome.Refused(var violations, var taken) -> {
                refused(violations);
                form.tellTaken(taken);
            }
            case SaveOutcome.Gone _, SaveOutcome.Missing _ -> form.follow();
        }
    }

    private void contested(Entity current) {
        if (editing.known().isBefore(current.revision())) {
            form.contests().follow(current);
        }
        form.contests().tellUndecided();
    }

    private void merged(Entity entity, Map<FieldName, UserId> theirs) {
        form.saved(entity, theirs, false);
        toast(NewsWords.merged(type, theirs, id -> viewer.services().names().of(id)));
    }

    private void refused(List<Violation> violations) {
        form.fields()
                .complain(
                        violations.stream()
                                .collect(
                                        Collectors.toMap(
                                                Violation::field,
                                                Violation::message,
                                                (first, _) -> first)));
        violations.stream()
                .filter(one ->
                        form.fields().boxes().stream()
                                .noneMatch(box -> box.field().name().value().equals(one.field())))
                .forEach(one -> toast(one.message()));
    }

    void askToDelete() {
        editing.entity()
                .ifPresent(entity -> {
                    var dialog = new ConfirmDialog();
                    dialog.setHeader("Delete " + type.titleOf(entity) + "?");
                    dialog.setText(
                            "It leaves every list. Its history stays, and it can be restored.");
                    dialog.setCancelable(true);
                    dialog.setConfirmText("Delete");
                    dialog.setConfirmButtonTheme("error primary");
                    dialog.addConfirmListener(_ -> delete(entity));
                    dialog.open();
                });
    }

    private void delete(Entity entity) {
        var outcome =
                viewer.services()
                        .entities()
                        .save(
                                new Edit.Delete(entity.id(), editing.known()),
                                viewer.author().asking());
        switch (outcome) {
            case SaveOutcome.Applied _, SaveOutcome.Merged _ -> {
                form.follow();
                toast(type.titleOf(entity) + " is deleted. It can be restored.");
            }
            case SaveOutcome.Parked _, SaveOutcome.Contested _ -> {
                form.follow();
                toast("Not deleted: somebody has just changed it. Look at their changes first.");
            }
            case SaveOutcome.Refused(var violations, _) -> refused(violations);
            case SaveOutcome.Gone _, SaveOutcome.Missing _ -> form.follow();
        }
    }

    /// Brings a deleted record back, and saves what was typed meanwhile.
    void restore() {
        editing.entity()
                .ifPresent(entity -> {
                    viewer.services()
                            .entities()
                            .save(new Edit.Restore(entity.id()), viewer.author());
                    form.follow();
                    if (form.hasUnsaved()) {
                        save();
                    } else {
                        toast(type.titleOf(entity) + " is back.");
                    }
                });
    }

    private static void toast(String words) {
        Notification.show(words, SHOWN_MILLIS, Notification.Position.TOP_CENTER);
    }
}
