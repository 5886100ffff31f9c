package io.mergedesk.ui.records;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.fields.FieldEditor;
import io.mergedesk.ui.shell.StatusBadge;

/// One field of a form with what others did to it: a mark beside its label, and their value below
/// mine where both changed it.
final class FieldBox extends Div {

    private final FieldDefinition field;
    private final FieldEditor editor;
    private final Div mark = new Div();
    private final Div theirs = new Div();

    FieldBox(FieldDefinition field, FieldEditor editor) {
        this.field = field;
        this.editor = editor;
        addClassName("field-box");
        if (!isNarrow()) {
            addClassName("field-wide");
        }
        getElement().setAttribute("data-box", field.name().value());
        mark.addClassName("field-mark");
        theirs.addClassName("field-theirs");
        theirs.setVisible(false);
        add(editor.component(), mark, theirs);
    }

    private boolean isNarrow() {
        return switch (field.kind()) {
            case NUMBER, DATE, YES_NO, CHOICE, PERSON, MONEY -> true;
            case TEXT, LONG_TEXT, DATE_TIME, CHOICES, EMAIL, URL, REFERENCE -> false;
        };
    }

    FieldDefinition field() {
        return field;
    }

    FieldEditor editor() {
        return editor;
    }

    /// Whether somebody typed here and has not saved.
    void showTouched(boolean touched) {
        setClassName("field-touched", touched);
    }

    /// Points out, for a while, that the value has just become another one.
    void showUpdated(String by, String was) {
        clear();
        var word = new StatusBadge("updated", StatusBadge.Kind.ACCENT);
        word.getElement().setAttribute("title", "by " + by);
        var before = new Span("was " + was);
        before.addClassName("field-was");
        mark.add(before, word);
        mark.addClassName("field-mark-fading");
        addClassName("field-updated");
    }

    /// Shows their value beside mine, and asks.
    void showContested(
            String by, String at, String value, String was, Runnable useTheirs, Runnable keepMine) {
        clear();
        addClassName("field-contested");
        var badge = new StatusBadge("⚠ also changed by " + by, StatusBadge.Kind.THEIRS);
        badge.getElement().setAttribute("title", badge.getText());
        mark.add(badge);
        var shown = new Span(value);
        shown.addClassName("their-value");
        var sentence = new Div(new Span(by + ", " + at + ": "), shown, new Span(" · was " + was));
        sentence.addClassName("their-sentence");
        var use = button("Use " + by + "’s", useTheirs);
        use.addClassName("use-theirs");
        var keep = button("Keep mine", keepMine);
        keep.addClassName("keep-mine");
        theirs.add(sentence, use, keep);
        theirs.setVisible(true);
    }

    private Button button(String text, Runnable work) {
        var button = new Button(text, _ -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(text + ": " + field.label());
        return button;
    }

    /// Says that the question is answered in favour of what was typed here.
    void showKept() {
        clear();
        mark.add(new StatusBadge("yours is kept", StatusBadge.Kind.MINE));
    }

    /// Brings it into sight, ready to be typed into.
    void lead() {
        scrollIntoView();
        editor.focus();
    }

    void clear() {
        removeClassNames("field-updated", "field-contested");
        mark.removeAll();
        mark.removeClassName("field-mark-fading");
        theirs.removeAll();
        theirs.setVisible(false);
    }
}
