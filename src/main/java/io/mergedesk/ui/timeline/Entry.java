package io.mergedesk.ui.timeline;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.ui.shell.Person;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.List;
import java.util.function.Consumer;

/// One line of a timeline: who, what, when, how.
final class Entry<T> extends ListItem {

    private final transient T one;
    private final transient TimelineWords<T> words;
    private final NativeButton button = new NativeButton();
    private final Div facts = new Div();
    private transient List<StatusBadge> badges = List.of();

    Entry(T one, TimelineWords<T> words, Consumer<T> open) {
        this.one = one;
        this.words = words;
        button.addClassName("entry");
        button.addClickListener(_ -> open.accept(one));
        button.add(avatar(words.name(one)), told());
        add(button);
    }

    T one() {
        return one;
    }

    /// Puts the badges of now in place of those of before, where they say something else.
    void retell() {
        var now = words.badges(one);
        if (!texts(now).equals(texts(badges))) {
            badges.forEach(facts::remove);
            now.forEach(facts::add);
            badges = now;
        }
    }

    private static List<String> texts(List<StatusBadge> badges) {
        return badges.stream().map(badge -> badge.getText() + badge.getTitle().orElse("")).toList();
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

    private Div told() {
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
        facts.add(
                time.moment(
                        at,
                        time.minute(at)
                                + " · "
                                + time.ago(at)
                                + (fact.isEmpty() ? "" : " · " + fact)));
        facts.addClassName("entry-facts");
        retell();
        var all = new Div(told, facts);
        all.addClassName("entry-words");
        return all;
    }
}
