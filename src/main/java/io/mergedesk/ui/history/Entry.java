package io.mergedesk.ui.history;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.common.Origin;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import io.mergedesk.ui.shell.Person;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.function.Consumer;

/// One change in the timeline: who, what, when, how.
final class Entry extends ListItem {

    private final Change change;
    private final NativeButton button = new NativeButton();

    Entry(Change change, Teller teller, Consumer<Revision> open) {
        this.change = change;
        button.addClassName("entry");
        button.addClickListener(_ -> open.accept(change.revision()));
        button.add(avatar(change, teller), words(teller));
        add(button);
    }

    Change change() {
        return change;
    }

    void select(boolean selected) {
        if (selected) {
            button.getElement().setAttribute("aria-current", "true");
        } else {
            button.getElement().removeAttribute("aria-current");
        }
    }

    static Person avatar(Change change, Teller teller) {
        var person = new Person(teller.names().apply(change.by()));
        person.getElement().setAttribute("aria-hidden", "true");
        return person;
    }

    private Div words(Teller teller) {
        var told = new Span();
        told.addClassName("entry-told");
        told.getElement()
                .appendChild(
                        new Element("strong").setText(teller.who(change.by())),
                        Element.createText(" " + teller.verb(change)));
        var at = change.at();
        var facts =
                new Div(
                        teller.moment(
                                at,
                                teller.time().minute(at)
                                        + " · "
                                        + teller.time().ago(at)
                                        + " · "
                                        + change.revision()));
        facts.addClassName("entry-facts");
        facts.add(badge(change.origin()));
        var words = new Div(told, facts);
        words.addClassName("entry-words");
        return words;
    }

    private static StatusBadge badge(Origin origin) {
        return new StatusBadge(
                ChangeWords.badge(origin),
                switch (origin) {
                    case UI, API, IMPORT, OFFLINE, SITE -> StatusBadge.Kind.PLAIN;
                    case MERGE, RESTORE -> StatusBadge.Kind.ACCENT;
                });
    }
}
