package io.mergedesk.ui.records;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What others do to the record of an open form, shown in the form: their changes where I typed
/// nothing, their values beside mine where I did.
final class Contests {

    private final Viewer viewer;
    private final EntityType type;
    private final Editing editing;
    private final FormFields fields;
    private final Notices notices;
    private final ShownValues values;
    private final Consumer<FieldName> decided;
    private final NewsWords words;
    private Optional<Instant> told = Optional.empty();

    Contests(
            Viewer viewer,
            EntityType type,
            Editing editing,
            FormFields fields,
            Notices notices,
            ShownValues values,
            Consumer<FieldName> decided) {
        this.viewer = viewer;
        this.type = type;
        this.editing = editing;
        this.fields = fields;
        this.notices = notices;
        this.values = values;
        this.decided = decided;
        words = new NewsWords(type, this::name);
    }

    private String name(UserId id) {
        return id.equals(viewer.id()) ? "You" : viewer.services().names().of(id);
    }

    /// Takes in a newer revision.
    void follow(Entity now) {
        var changes =
                viewer.services()
                        .entities()
                        .changesSince(now.id(), editing.known(), viewer.actor());
        var news = editing.follow(now, changes);
        for (var one : news.updated()) {
            fields.box(one.field())
                    .ifPresent(box -> {
                        box.editor().show(editing.text(one.field()));
                        box.editor().complain("");
                        mark(box, one.was(), one.by());
                    });
        }
        for (var box : fields.boxes()) {
            if (!editing.undecided().containsKey(box.field().name())
                    && box.hasClassName("field-contested")) {
                box.clear();
            }
        }
        news.contested().forEach(this::show);
        if (!news.isEmpty()) {
            words.add(news);
            told = Optional.of(now.updatedAt());
            tell();
        }
    }

    void mark(FieldBox box, @Nullable FieldValue was, UserId by) {
        box.showUpdated(name(by), values.orEmpty(was));
    }

    /// Says what others changed; said again, only what is no longer true is put right.
    private void tell() {
        told.map(at -> words.sentence(values.ago(at), editing.typed().size()))
                .filter(sentence -> !notices.tells(Notices.Sort.CHANGED, sentence))
                .ifPresent(sentence ->
                        notices.tell(
                                Notices.Sort.CHANGED,
                                Optional.of(words.lastName()),
                                sentence,
                                notices.action("Show", this::showChanged),
                                notices.close(Notices.Sort.CHANGED)));
    }

    /// Time has passed, or something was typed.
    void tellAgain() {
        if (notices.tells(Notices.Sort.CHANGED)) {
            tell();
        }
    }

    private void showChanged() {
        words.first().flatMap(fields::box).ifPresent(FieldBox::lead);
    }

    void show(Theirs theirs) {
        var field = theirs.field();
        fields.box(field)
                .ifPresent(box ->
                        box.showContested(
                                name(theirs.by()),
                                values.time(theirs.at()),
                                values.orEmpty(theirs.value()),
                                values.orEmpty(theirs.was()),
                                () -> useTheirs(box),
                                () -> keepMine(box)));
    }

    private void useTheirs(FieldBox box) {
        var field = box.field().name();
        editing.takeTheirs(field);
        box.editor().show(editing.text(field));
        box.clear();
        box.editor().focus();
        settle(field);
    }

    private void keepMine(FieldBox box) {
        var field = box.field().name();
        editing.keepMine(field);
        box.showKept();
        box.editor().focus();
        settle(field);
    }

    private void settle(FieldName field) {
        if (editing.undecided().isEmpty()) {
            notices.clear(Notices.Sort.CONTESTED);
        }
        decided.accept(field);
    }

    /// A save was held back: says which fields wait for a decision, and leads to the first.
    void tellUndecided() {
        var open = editing.undecided();
        if (open.isEmpty()) {
            return;
        }
        var first = open.values().iterator().next();
        notices.tell(
                Notices.Sort.CONTESTED,
                Optional.of(name(first.by())),
                "Not saved yet: "
                        + name(first.by())
                        + " also changed "
                        + NewsWords.labels(type, open.keySet())
                        + ". Choose below whose value to keep, then save. Nothing is lost.");
        fields.box(first.field()).ifPresent(FieldBox::lead);
    }

    void tellDeleted(Entity entity, Runnable restore) {
        int unsaved = editing.typed().size();
        notices.tell(
                Notices.Sort.GONE,
                Optional.of(name(entity.updatedBy())),
                name(entity.updatedBy())
                        + " deleted this "
                        + type.definition().singular().toLowerCase(java.util.Locale.ROOT)
                        + " "
                        + values.ago(entity.updatedAt())
                        + "."
                        + NewsWords.safe(unsaved),
                notices.action(unsaved == 0 ? "Restore" : "Restore and save", restore));
    }

    void tellMissing() {
        notices.tell(
                Notices.Sort.GONE,
                Optional.empty(),
                "This record is no longer there, or no longer shared with you."
                        + (editing.typed().isEmpty()
                                ? ""
                                : " What you typed is kept here: copy what you need."));
    }

    void forget() {
        words.forget();
        told = Optional.empty();
    }
}
