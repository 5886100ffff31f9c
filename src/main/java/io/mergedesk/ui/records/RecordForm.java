package io.mergedesk.ui.records;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Draft;
import io.mergedesk.entities.Drafts;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.FieldEditors;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One record in a form that follows others' changes and loses nothing that was typed into it.
@StyleSheet("context://styles/records-form.css")
final class RecordForm extends Div {

    private final transient Viewer viewer;
    private final transient FormListener listener;
    private final transient ShownValues values;
    private final transient EntityType type;
    private final transient Editing editing;
    private final transient FormTyping typing;
    private final transient Contests contests;
    private final transient Saving saving;
    private final transient WaitingEdits waiting;
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
            FormListener listener) {
        this.viewer = viewer;
        this.type = type;
        this.editing = editing;
        this.listener = listener;
        values = new ShownValues(viewer, titles);
        head = new FormHead(type, viewer, values, listener::closed);
        fields = new FormFields(type, new FieldEditors(viewer, titles), this::edited);
        contests = new Contests(viewer, type, editing, fields, notices, values, this::decided);
        typing =
                new FormTyping(
                        new FormDrafts(viewer, this, key),
                        editing,
                        fields,
                        contests,
                        notices,
                        this::discard,
                        this::refresh);
        saving = new Saving(viewer, type, editing, this);
        waiting = new WaitingEdits(viewer, type, editing, notices, values, listener::decide);
        foot = new FormFoot(saving::save, this::discard, saving::askToDelete);
        addClassNames("record-form", "card");
        add(head, notices, fields, foot);
        fields.show(editing);
        typing.bringBack(values);
        refresh();
    }

    static RecordForm of(
            Viewer viewer, Titles titles, EntityType type, Entity entity, FormListener listener) {
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

    static RecordForm ofNew(Viewer viewer, Titles titles, EntityType type, FormListener listener) {
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
        editing.entity()
                .ifPresent(shown -> viewer.services().followings().visited(shown, viewer.actor()));
        typing.listen();
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

    private void edited(FieldBox box) {
        notices.clear(Notices.Sort.TAKEN);
        typing.edited(box);
    }

    /// Leads to whoever has a value already; all that was typed stays as it is.
    void tellTaken(Map<FieldName, Optional<EntityId>> taken) {
        new TakenValues(viewer, type, notices).tell(taken);
    }

    private void decided(FieldName field) {
        typing.store();
        refresh();
    }

    void discard() {
        editing.discard();
        typing.discarded();
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
        } else if (editing.known().equals(now.get().revision())) {
            editing.standing(now.get());
        }
        waiting.tell();
        refresh();
    }

    /// What was typed is safe, but waits for a decision: the form lets go of it.
    void parked(Entity current, ConflictId conflict) {
        letGo(current);
        fields.show(editing);
        refresh();
        listener.parked(current, conflict);
    }

    private List<FieldBox> letGo(Entity entity) {
        var touched =
                fields.boxes().stream()
                        .filter(box -> editing.isTouched(box.field().name()))
                        .toList();
        editing.saved(entity);
        typing.saved(touched);
        contests.forget();
        notices.clearAll();
        return touched;
    }

    /// What was typed is stored now, as part of `entity`, joined with what these others changed.
    void saved(Entity entity, Map<FieldName, UserId> theirs, boolean created) {
        var before = editing.entity().map(Entity::values).orElse(FieldValues.NONE);
        var touched = letGo(entity);
        fields.settle(editing);
        theirs.forEach((field, by) ->
                fields.box(field)
                        .filter(box -> !touched.contains(box))
                        .ifPresent(box -> contests.mark(box, before.get(field), by)));
        waiting.tell();
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
        contests.tellAgain();
        fields.boxes().forEach(box -> box.showTouched(editing.isTouched(box.field().name())));
        foot.showUnsaved(editing.typed().size(), deleted);
        listener.editing(hasUnsaved());
    }
}
