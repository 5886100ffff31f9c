package io.mergedesk.ui.records;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Draft;
import io.mergedesk.entities.Drafts;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One record in a form that follows others' changes and loses nothing that was typed into it.
final class RecordForm extends Div {

    /// What the page around a form wants to know.
    interface Listener {

        void saved(Entity entity, boolean created);

        void editing(boolean unsaved);

        void closed();
    }

    private final transient Viewer viewer;
    private final transient Listener listener;
    private final transient ShownValues values;
    private final transient Editing editing;
    private final transient FormDrafts drafts;
    private final transient Contests contests;
    private final transient Saving saving;
    private final FormHead head;
    private final Notices notices = new Notices();
    private final FormFields fields;
    private final FormFoot foot;

    private RecordForm(
            Viewer viewer,
            Titles titles,
            EntityType type,
            Editing editing,
            String key,
            Listener listener) {
        this.viewer = viewer;
        this.editing = editing;
        this.listener = listener;
        values = new ShownValues(viewer, titles);
        drafts = new FormDrafts(viewer, this, key);
        head = new FormHead(type, viewer, values, listener::closed);
        fields = new FormFields(type, new FieldEditors(viewer, titles), this::edited);
        contests = new Contests(viewer, type, editing, fields, notices, values, this::decided);
        saving = new Saving(viewer, type, editing, this);
        foot = new FormFoot(saving::save, this::discard, saving::askToDelete);
        addClassNames("record-form", "card");
        add(head, notices, fields, foot);
        fields.show(editing);
        drafts.onUnconfirmed(this::take);
        drafts.stored().ifPresent(this::bringBack);
        refresh();
    }

    static RecordForm of(
            Viewer viewer, Titles titles, EntityType type, Entity entity, Listener listener) {
        var stored = viewer.services().drafts().find(Drafts.keyOf(entity.id()), viewer.actor());
        var read =
                stored.map(Draft::base)
                        .flatMap(base ->
                                viewer.services().entities().at(entity.id(), base, viewer.actor()))
                        .orElse(entity);
        return new RecordForm(
                viewer,
                titles,
                type,
                Editing.of(type, read, viewer.services().clock()),
                Drafts.keyOf(entity.id()),
                listener);
    }

    static RecordForm ofNew(Viewer viewer, Titles titles, EntityType type, Listener listener) {
        return new RecordForm(
                viewer,
                titles,
                type,
                Editing.ofNew(type, viewer.services().clock()),
                Drafts.keyOfNew(type.name()),
                listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        drafts.listen(this::bringBackFromBrowser);
        Shortcuts.addShortcutListener(this, this::showHistory, Key.KEY_H, KeyModifier.ALT);
        follow();
    }

    Optional<EntityId> id() {
        return editing.entity().map(Entity::id);
    }

    FormFields fields() {
        return fields;
    }

    Contests contests() {
        return contests;
    }

    boolean hasUnsaved() {
        return !editing.typed().isEmpty();
    }

    void focusFirst() {
        fields.focusFirst();
    }

    void showPeople(List<Presence.Here> here) {
        head.showPeople(here);
    }

    private void bringBack(Draft draft) {
        FormDrafts.known(draft, fields).forEach(editing::type);
        fields.show(editing);
        if (hasUnsaved()) {
            tellOfDraft("Your unsaved changes from " + values.time(draft.at()) + " are back.");
        }
    }

    private void bringBackFromBrowser(Map<String, String> kept) {
        if (take(kept) && hasUnsaved()) {
            tellOfDraft("Your unsaved changes are back.");
        }
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

    private void tellOfDraft(String words) {
        notices.tell(
                Notices.Sort.DRAFT,
                Optional.empty(),
                words,
                notices.action("Discard", this::discard),
                notices.close(Notices.Sort.DRAFT));
    }

    private void edited(FieldBox box) {
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
        refresh();
    }

    private void decided(FieldName field) {
        drafts.store(editing);
        refresh();
    }

    void discard() {
        editing.discard();
        drafts.discard();
        contests.forget();
        notices.clearAll();
        fields.show(editing);
        refresh();
    }

    /// Others may have gone on: takes in what they did, without touching what was typed.
    void follow() {
        var id = id();
        if (id.isEmpty()) {
            return;
        }
        var now =
                viewer.stillHere()
                        .flatMap(actor -> viewer.services().entities().find(id.get(), actor));
        if (now.isEmpty()) {
            contests.tellMissing();
        } else if (editing.known().isBefore(now.get().revision())) {
            contests.follow(now.get());
        }
        refresh();
    }

    /// What was typed is stored now, as part of `entity`, joined with what these others changed.
    void saved(Entity entity, Map<FieldName, UserId> theirs, boolean created) {
        var touched =
                fields.boxes().stream()
                        .filter(box -> editing.isTouched(box.field().name()))
                        .toList();
        var before = editing.entity().map(Entity::values).orElse(FieldValues.NONE);
        editing.saved(entity);
        drafts.saved(touched);
        contests.forget();
        notices.clearAll();
        for (var box : fields.boxes()) {
            var field = box.field().name();
            if (!box.editor().text().equals(editing.text(field))) {
                box.editor().show(editing.text(field));
            }
            box.editor().complain("");
            box.clear();
            var by = theirs.get(field);
            if (by != null && !touched.contains(box)) {
                contests.mark(box, before.get(field), by);
            }
        }
        refresh();
        listener.saved(entity, created);
    }

    private void refresh() {
        var entity = editing.entity();
        entity.ifPresentOrElse(head::show, head::showNew);
        entity.ifPresentOrElse(foot::show, foot::showNew);
        boolean deleted = entity.filter(Entity::deleted).isPresent();
        if (deleted) {
            contests.tellDeleted(entity.get(), saving::restore);
        } else {
            notices.clear(Notices.Sort.GONE);
        }
        fields.boxes().forEach(box -> box.showTouched(editing.isTouched(box.field().name())));
        foot.showUnsaved(editing.typed().size(), deleted);
        listener.editing(hasUnsaved());
    }

    private void showHistory() {
        editing.entity()
                .ifPresent(
                        entity -> getUI().ifPresent(ui -> ui.navigate(FormFoot.historyOf(entity))));
    }
}
