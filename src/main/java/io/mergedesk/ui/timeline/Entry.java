package io.mergedesk.ui.timeline;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.ui.shell.Person;
import java.util.function.Consumer;

/// One line of a timeline: who, what, when, how.
final class Entry<T> extends ListItem {

    private final transient T one;
    private final NativeButton button = new NativeButton();

    Entry(T one, TimelineWords<T> words, Consumer<T> open) {
        this.one = one;
        button.addClassName("entry");
        button.addClickListener(_ -> open.accept(one));
        button.add(avatar(words.name(one)), told(words));
        add(button);
    }

    T one() {
        return one;
    }

    void select(boolean selected) {
        if (selected) {
            button.getElement().setAttribute("aria-current", "true");
        } else {
            button.getElement().removeAttribute("aria-current");
        }
    }

    static Person avatar(String name) {
        var person = new Person(name);
        person.getElement().setAttribute("aria-hidden", "true");
        return person;
    }

    private Div told(TimelineWords<T> words) {
        var told = new Span();
        told.addClassName("entry-told");
        told.getElement()
                .appendChild(
                        new Element("strong").setText(words.who(one)),
                        Element.createText(" " + words.did(one)));
        words.what(one)
                .ifPresent(what ->
                        told.getElement()
                                .appendChild(
                                        Element.createText(" "),
                                        new Element("strong").setText(what)));
        var time = words.time();
        var at = words.at(one);
        var fact = words.fact(one);
        var facts =
                new Div(
                        time.moment(
                                at,
                                time.minute(at)
                                        + " · "
                                        + time.ago(at)
                                        + (fact.isEmpty() ? "" : " · " + fact)));
        facts.addClassName("entry-facts");
        words.badges(one).forEach(facts::add);
        var all = new Div(told, facts);
        all.addClassName("entry-words");
        return all;
    }
}
