package io.mergedesk.ui.timeline;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// What one person did in one go; several things fold into one line. It grows in place, so that
/// whoever reads an entry keeps it under the eyes and under the keys.
final class BurstItem<T> extends ListItem {

    private final transient TimelineWords<T> words;
    private final NativeButton head = new NativeButton();
    private final OrderedList steps = new OrderedList();
    private final List<Entry<T>> entries = new ArrayList<>();
    private boolean open;

    BurstItem(TimelineWords<T> words) {
        this.words = words;
        addClassName("burst");
        head.addClassNames("entry", "burst-head");
        head.addClickListener(_ -> show(!open));
        head.setVisible(false);
        steps.addClassName("burst-steps");
        add(head, steps);
    }

    T newest() {
        return entries.getFirst().one();
    }

    T oldest() {
        return entries.getLast().one();
    }

    void addOlder(Entry<T> entry) {
        entries.addLast(entry);
        steps.add(entry);
        show(open);
    }

    /// Stays unfolded: somebody may be reading.
    void addNewer(Entry<T> entry) {
        entries.addFirst(entry);
        steps.addComponentAsFirst(entry);
        show(true);
    }

    void select(Predicate<T> shown) {
        for (var entry : entries) {
            boolean selected = shown.test(entry.one());
            entry.select(selected);
            if (selected && entries.size() > 1) {
                show(true);
            }
        }
    }

    void retell() {
        entries.forEach(Entry::retell);
    }

    private void show(boolean wanted) {
        open = wanted;
        head.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        steps.setVisible(open || entries.size() == 1);
    }

    /// Says anew what all of it is, after it has grown.
    void tell() {
        setClassName("burst-of-many", entries.size() > 1);
        head.setVisible(entries.size() > 1);
        if (entries.size() == 1) {
            return;
        }
        var all = entries.stream().map(Entry::one).toList();
        var told = new Span();
        told.addClassName("entry-told");
        told.getElement()
                .appendChild(
                        new Element("strong").setText(words.who(oldest())),
                        Element.createText(" " + words.didTogether(all)));
        var time = words.time();
        var last = words.at(newest());
        var fact = words.factTogether(all);
        var facts =
                new Div(
                        time.minutes(words.at(oldest()), last)
                                + " · "
                                + time.ago(last)
                                + (fact.isEmpty() ? "" : " · " + fact));
        facts.addClassName("entry-facts");
        var lines = new Div(told, facts);
        lines.addClassName("entry-words");
        head.removeAll();
        head.add(Entry.avatar(words.name(newest())), lines);
    }
}
