package io.mergedesk.ui.records;

import io.mergedesk.entities.Draft;
import io.mergedesk.ui.fields.ShownValues;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// What a person types into a form: taken in at every pause, kept until it is saved or discarded,
/// and brought back when the form is opened again.
final class FormTyping {

    private final FormDrafts drafts;
    private final Editing editing;
    private final FormFields fields;
    private final Contests contests;
    private final Notices notices;
    private final Runnable discard;
    private final Runnable changed;

    FormTyping(
            FormDrafts drafts,
            Editing editing,
            FormFields fields,
            Contests contests,
            Notices notices,
            Runnable discard,
            Runnable changed) {
        this.drafts = drafts;
        this.editing = editing;
        this.fields = fields;
        this.contests = contests;
        this.notices = notices;
        this.discard = discard;
        this.changed = changed;
        drafts.onUnconfirmed(this::take);
    }

    /// Brings back what the server kept from an earlier visit.
    void bringBack(ShownValues values) {
        drafts.stored().ifPresent(draft -> bringBack(draft, values.time(draft.at())));
    }

    private void bringBack(Draft draft, String time) {
        FormDrafts.known(draft, fields).forEach(editing::type);
        fields.show(editing);
        if (!editing.typed().isEmpty()) {
            tell("Your unsaved changes from " + time + " are back.");
        }
    }

    /// Keeps from now on what is typed, and brings back what only the browser kept.
    void listen() {
        drafts.listen(kept -> {
            if (take(kept) && !editing.typed().isEmpty()) {
                tell("Your unsaved changes are back.");
            }
        });
    }

    private void tell(String words) {
        notices.tell(
                Notices.Sort.DRAFT,
                Optional.empty(),
                words,
                notices.action("Discard", discard),
                notices.close(Notices.Sort.DRAFT));
    }

    /// Takes in typing that only the browser has.
    ///
    /// @return whether there was any
    private boolean take(Map<String, String> kept) {
        boolean any = false;
        for (var box : fields.boxes()) {
            var text = box.editor().fromBrowser(kept);
            if (text.filter(editing.text(box.field().name())::equals).isPresent()) {
                drafts.confirm(box);
            } else if (text.isPresent()) {
                box.editor().show(text.get());
                typed(box, text.get());
                any = true;
            }
        }
        return any;
    }

    void edited(FieldBox box) {
        typed(box, box.editor().text());
    }

    private void typed(FieldBox box, String text) {
        editing.type(box.field().name(), text);
        box.editor().complain("");
        var theirs = editing.undecided().get(box.field().name());
        if (theirs == null) {
            box.clear();
        } else if (!box.hasClassName("field-contested")) {
            contests.show(theirs);
        }
        drafts.keep(editing, box);
        changed.run();
    }

    void store() {
        drafts.store(editing);
    }

    /// What was typed into these is saved.
    void saved(Collection<FieldBox> boxes) {
        drafts.saved(boxes);
    }

    void discarded() {
        drafts.discard();
    }
}
