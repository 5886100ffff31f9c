package io.mergedesk.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import java.util.Collection;
import java.util.List;

/// The head of a page: its title, a note, who else is here, and what can be done.
public final class PageHeader extends Header {

    private static final int SHOWN = 5;

    private final H1 title = new H1();
    private final Span note = new Span();
    private final Div people = new Div();
    private final Div actions = new Div();
    private transient List<String> present = List.of();

    public PageHeader(String title) {
        addClassName("page-header");
        this.title.setText(title);
        note.addClassName("page-note");
        people.addClassName("people");
        people.getElement().setAttribute("role", "group").setAttribute("aria-label", "Also here");
        actions.addClassName("page-actions");
        var heading = new Div(this.title, note);
        heading.addClassName("page-title");
        add(heading, people, actions);
        showPeople(List.of());
        setNote("");
        actions.setVisible(false);
    }

    public void setHeading(String text) {
        title.setText(text);
    }

    /// A few quiet words after the title, such as the type of a record.
    public void setNote(String text) {
        note.setText(text);
        note.setVisible(!text.isEmpty());
    }

    /// Who else looks at this page.
    public void showPeople(Collection<String> names) {
        people.setVisible(!names.isEmpty());
        if (!present.equals(List.copyOf(names))) {
            present = List.copyOf(names);
            people.removeAll();
            present.stream().limit(SHOWN).forEach(name -> people.add(new Person(name)));
            if (present.size() > SHOWN) {
                people.add(new MorePeople(present.subList(SHOWN, present.size())));
            }
        }
    }

    /// Adds badges before, and buttons among, what can be done here; the most important one last.
    public PageHeader withActions(Component... components) {
        actions.add(components);
        actions.setVisible(true);
        return this;
    }
}
