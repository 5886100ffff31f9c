package io.mergedesk.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import io.mergedesk.ui.shell.Person;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What a form has to say, above its fields: at most one sentence of each sort, until it is closed
/// or no longer true. Told to those who hear the page too.
final class Notices extends Div {

    /// From the most to the least pressing.
    enum Sort {
        GONE("note-bad"),
        TAKEN("note-bad"),
        CONTESTED("note-theirs"),
        WAITING("note-theirs"),
        CHANGED("note-changed"),
        DRAFT("note-draft");

        private final String className;

        Sort(String className) {
            this.className = className;
        }
    }

    private final Map<Sort, Div> shown = new EnumMap<>(Sort.class);

    Notices() {
        addClassName("form-notices");
        getElement().setAttribute("role", "status");
        for (var sort : Sort.values()) {
            var note = new Div();
            note.addClassNames("note", sort.className);
            note.setVisible(false);
            shown.put(sort, note);
            add(note);
        }
    }

    /// @param who whose round mark stands before the words
    void tell(Sort sort, Optional<String> who, String words, Component... actions) {
        var note = note(sort);
        note.removeAll();
        who.ifPresent(name -> note.add(new Person(name).asTheirs()));
        var text = new Span(words);
        text.addClassName("note-text");
        note.add(text);
        note.add(actions);
        note.setVisible(true);
    }

    void clear(Sort sort) {
        note(sort).removeAll();
        note(sort).setVisible(false);
    }

    void clearAll() {
        shown.keySet().forEach(this::clear);
    }

    Button action(String words, Runnable work) {
        var button = new Button(words, _ -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    boolean tells(Sort sort) {
        return note(sort).isVisible();
    }

    boolean tells(Sort sort, String words) {
        return tells(sort)
                && note(sort)
                        .getChildren()
                        .anyMatch(
                                part -> part instanceof Span text && text.getText().equals(words));
    }

    Button close(Sort sort) {
        var button = new Button(VaadinIcon.CLOSE_SMALL.create(), _ -> clear(sort));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        button.setAriaLabel("Close this message");
        return button;
    }

    private Div note(Sort sort) {
        return java.util.Objects.requireNonNull(shown.get(sort));
    }
}
