package io.mergedesk.ui.types;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.mergedesk.common.Actor;
import io.mergedesk.entities.Drafts;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import io.mergedesk.ui.account.LocalMoments;
import io.mergedesk.ui.shell.Names;
import io.mergedesk.ui.shell.PageHeader;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// One type to change. Nothing is written before *Save*; until then the changes are kept as a
/// draft, and what collides with another admin's change stays on the page.
final class TypeEditor extends Div {

    private static final int MILLIS = 6_000;

    private final transient TypeService types;
    private final transient Names names;
    private final transient Actor actor;
    private final transient Runnable changed;
    private final transient KeptDraft kept;
    private final PageHeader header = new PageHeader("");
    private final TypeNotes notes = new TypeNotes();
    private final TypeForm form = new TypeForm(this::edit);
    private final FieldList fields;
    private final Span unsaved = new Span();
    private final Button discard = new Button("Discard", _ -> discard());
    private final Button save = new Button("Save", _ -> save());
    private transient EntityType stored;
    private transient TypeDraft draft;

    TypeEditor(
            EntityType type,
            TypeService types,
            Drafts drafts,
            Names names,
            Actor actor,
            Runnable changed) {
        this.types = types;
        this.names = names;
        this.actor = actor;
        this.changed = changed;
        this.stored = type;
        this.draft = TypeDraft.of(type);
        this.fields =
                new FieldList(this::edit, types::all, new KeptField(drafts, actor, type.name()));
        this.kept = new KeptDraft(drafts, actor, type.name(), form);
        addClassName("type-editor");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        unsaved.addClassNames("soft", "small");
        unsaved.getElement().setAttribute("role", "status");
        var bar = new Div(unsaved, discard, save);
        bar.addClassName("type-bar");
        var all = new Anchor("types", "← All types");
        all.addClassName("back-link");
        add(all, header, notes, form, fields, bar);
        start(draft);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        kept.find()
                .ifPresent(found -> {
                    start(found.draft());
                    notes.say(
                            "Your changes from %s are back. They are not saved yet."
                                    .formatted(LocalMoments.of(event.getUI()).show(found.at())));
                });
        kept.listen(this::typed);
        fields.bringBack();
    }

    boolean isChanged() {
        return draft.isChanged();
    }

    String label() {
        return stored.label();
    }

    /// What had not reached the server when the page was left.
    private void typed(Map<String, String> texts) {
        start(
                draft.called(
                        texts.getOrDefault("label", draft.mine().label()),
                        texts.getOrDefault("singular", draft.mine().singular())));
        kept.keep(draft);
    }

    private void discard() {
        begin(types.find(stored.name()).orElse(stored));
    }

    private void begin(EntityType type) {
        stored = type;
        notes.removeAll();
        kept.discard();
        start(TypeDraft.of(type));
    }

    private void start(TypeDraft with) {
        draft = with;
        form.show(draft);
        fields.show(draft);
        tell();
    }

    private void edit(UnaryOperator<TypeDraft> change) {
        draft = change.apply(draft);
        kept.keep(draft);
        fields.show(draft);
        tell();
    }

    private void tell() {
        header.setHeading(draft.mine().label().isBlank() ? stored.label() : draft.mine().label());
        header.setNote(
                draft.mine().name()
                        + " · version "
                        + draft.version()
                        + " · "
                        + (draft.fields().size() == 1
                                ? "1 field"
                                : draft.fields().size() + " fields"));
        var changes = draft.changes();
        unsaved.setText(
                changes.isEmpty()
                        ? "Everything is saved"
                        : "Not saved yet: " + String.join("; ", changes));
        save.setEnabled(!changes.isEmpty());
        discard.setEnabled(!changes.isEmpty());
    }

    private void save() {
        notes.removeAll();
        var outcome = types.change(draft.mine(), draft.version(), actor);
        switch (outcome) {
            case TypeOutcome.Saved(var type) -> {
                begin(type);
                Notification.show(
                        OutcomeWords.of(outcome, label()),
                        MILLIS,
                        Notification.Position.BOTTOM_CENTER);
                changed.run();
            }
            case TypeOutcome.Refused(var violations) -> mark(violations);
            case TypeOutcome.Stale(var theirs) -> showStale(outcome, theirs);
            case TypeOutcome.Forbidden _, TypeOutcome.Missing _ ->
                    notes.say(OutcomeWords.of(outcome, label()));
        }
    }

    private void mark(List<Violation> violations) {
        var left = fields.mark(form.mark(violations));
        notes.say(
                left.isEmpty()
                        ? "Not saved yet: see what is marked below."
                        : OutcomeWords.of(new TypeOutcome.Refused(left), label()));
    }

    private void showStale(TypeOutcome outcome, EntityType theirs) {
        var join = new Button("Put mine on top of theirs", _ -> join(theirs));
        join.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        var drop = new Button("Take theirs, drop mine", _ -> begin(theirs));
        drop.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var their = TypeWords.differences(draft.base(), theirs.definition());
        notes.say(
                OutcomeWords.of(outcome, label(), whoSaved(theirs))
                        + (their.isEmpty() ? "" : " Theirs: " + String.join("; ", their) + "."),
                join,
                drop);
    }

    private String whoSaved(EntityType theirs) {
        var moments = LocalMoments.of(getUI().orElseThrow());
        return theirs.saved()
                .map(saved -> names.of(saved.by()) + " (" + moments.show(saved.at()) + ")")
                .orElse("another admin");
    }

    private void join(EntityType theirs) {
        var joined = DefinitionJoin.of(draft, theirs);
        stored = theirs;
        kept.keep(joined.draft());
        start(joined.draft());
        notes.say(
                joined.clashes().isEmpty()
                        ? "Both changes are in the form now. Look them over and save."
                        : "Both changes are in the form now. You both changed "
                                + String.join(", ", joined.clashes())
                                + ": yours is shown. Look it over and save.");
    }
}
