package io.mergedesk.ui.types;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.shell.KindWords;
import io.mergedesk.ui.shell.StatusBadge;

/// One field of a type on one line.
final class FieldRow extends ListItem {

    /// What can be done with a field.
    interface Actions {
        void move(FieldName name, int by);

        void change(FieldDefinition field);

        void remove(FieldDefinition field);
    }

    private final transient FieldDefinition field;
    private final Button up;
    private final Button down;
    private final Button edit;
    private final Span problem = new Span();

    FieldRow(FieldDefinition field, Actions actions, boolean mayUp, boolean mayDown) {
        this.field = field;
        addClassName("field-row");
        up = button("↑", "Move " + field.label() + " up", () -> actions.move(field.name(), -1));
        up.setEnabled(mayUp);
        down = button("↓", "Move " + field.label() + " down", () -> actions.move(field.name(), 1));
        down.setEnabled(mayDown);
        edit = button("Edit", "Edit " + field.label(), () -> actions.change(field));
        var remove = button("Remove", "Remove " + field.label(), () -> actions.remove(field));
        problem.addClassName("field-problem");
        problem.setVisible(false);
        var order = new Div(up, down);
        order.addClassName("field-order");
        var buttons = new Div(edit, remove);
        buttons.addClassName("field-actions");
        add(order, words(), facts(), buttons);
    }

    FieldName name() {
        return field.name();
    }

    void mark(String message) {
        problem.setText(message);
        problem.setVisible(true);
        addClassName("field-wrong");
    }

    /// Keeps the keys where they were; at the end of the way, on the way back.
    void focusMove(int by) {
        var button = by < 0 ? up : down;
        var other = by < 0 ? down : up;
        (button.isEnabled() ? button : other).focus();
    }

    void focusEdit() {
        edit.focus();
    }

    private Div words() {
        var label = new Span(field.label());
        label.addClassName("field-label");
        var name = new Span(field.name().value());
        name.addClassName("program-name");
        var words = new Div(label, name);
        words.addClassName("field-words");
        var more = more();
        if (!more.isEmpty()) {
            var help = new Span(more);
            help.addClassName("field-help");
            words.add(help);
        }
        words.add(problem);
        return words;
    }

    private String more() {
        var choices = String.join(", ", field.choices());
        return field.help().isEmpty()
                ? choices
                : choices.isEmpty() ? field.help() : field.help() + " · " + choices;
    }

    private Div facts() {
        var facts = new Div(new StatusBadge(kind(), StatusBadge.Kind.PLAIN));
        facts.addClassName("field-facts");
        if (field.required()) {
            facts.add(new StatusBadge("required", StatusBadge.Kind.ACCENT));
        }
        if (field.unique()) {
            facts.add(new StatusBadge("unique", StatusBadge.Kind.ACCENT));
        }
        field.group()
                .ifPresent(group ->
                        facts.add(new StatusBadge("group " + group, StatusBadge.Kind.PLAIN)));
        if (field.adds()) {
            facts.add(new StatusBadge("adds up", StatusBadge.Kind.PLAIN));
        }
        field.strategy()
                .ifPresent(strategy ->
                        facts.add(new StatusBadge(TypeWords.of(strategy), StatusBadge.Kind.PLAIN)));
        return facts;
    }

    private String kind() {
        return KindWords.of(field.kind())
                + field.references().map(type -> " to " + type).orElse("");
    }

    private static Button button(String text, String label, Runnable action) {
        var button = new Button(text, _ -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel(label);
        return button;
    }
}
