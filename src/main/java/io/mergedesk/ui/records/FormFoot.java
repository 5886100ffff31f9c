package io.mergedesk.ui.records;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.entities.Entity;

/// What can be done with a form.
final class FormFoot extends Div {

    private final Button save;
    private final Button discard;
    private final Button delete;
    private final Anchor history = new Anchor();

    FormFoot(Runnable save, Runnable discard, Runnable delete) {
        addClassName("form-foot");
        this.save = new Button("Save", _ -> save.run());
        this.save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        // what is typed into a list or a calendar counts once the focus has left it
        this.save.addClickShortcut(Key.KEY_S, KeyModifier.CONTROL).resetFocusOnActiveElement();
        this.save.getElement().setAttribute("title", "Ctrl+S");
        this.discard = new Button("Discard", _ -> discard.run());
        this.delete = new Button(VaadinIcon.TRASH.create(), _ -> delete.run());
        this.delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        this.delete.setAriaLabel("Delete");
        this.delete.setTooltipText("Delete");
        var key = new Span("Alt H");
        key.addClassName("kbd");
        key.getElement().setAttribute("aria-hidden", "true");
        history.add(new Span("History"), key);
        history.addClassName("form-history");
        var gap = new Div();
        gap.addClassName("form-gap");
        add(this.save, this.discard, gap, this.delete, history);
        Shortcuts.addShortcutListener(this, this::askForHistory, Key.KEY_H, KeyModifier.ALT);
    }

    void showNew() {
        delete.setVisible(false);
        history.setVisible(false);
    }

    void show(Entity entity) {
        delete.setVisible(!entity.deleted());
        history.setVisible(true);
        history.setHref(historyOf(entity));
    }

    /// Of the field that has the focus; of the whole record where none has.
    private void askForHistory() {
        if (history.isVisible()) {
            getElement()
                    .executeJs(
                            "return document.activeElement?.closest('[data-box]')?.dataset.box ?? ''")
                    .then(String.class, this::showHistory);
        }
    }

    private void showHistory(String field) {
        var query = field.isEmpty() ? QueryParameters.empty() : QueryParameters.of("field", field);
        getUI().ifPresent(ui -> ui.navigate(history.getHref(), query));
    }

    private static String historyOf(Entity entity) {
        return "records/" + entity.type() + "/" + entity.id() + "/history";
    }

    void showUnsaved(int count, boolean deleted) {
        discard.setVisible(count > 0);
        save.setVisible(!deleted);
    }
}
