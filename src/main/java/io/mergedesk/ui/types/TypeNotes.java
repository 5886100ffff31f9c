package io.mergedesk.ui.types;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Stream;

/// What there is to say about a type above its form, one thing at a time.
final class TypeNotes extends Div {

    TypeNotes() {
        addClassName("type-notes");
        getElement().setAttribute("role", "alert");
    }

    void say(String words, Button... actions) {
        var note = new Div(new Span(words));
        note.addClassNames("note", "note-warn");
        Stream.of(actions).forEach(note::add);
        removeAll();
        add(note);
    }
}
