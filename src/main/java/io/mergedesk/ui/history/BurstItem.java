package io.mergedesk.ui.history;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import io.mergedesk.common.Revision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one person did in one go; several changes fold into one line. It grows in place, so that
/// whoever reads an entry keeps it under the eyes and under the keys.
final class BurstItem extends ListItem {

    private final Teller teller;
    private final NativeButton head = new NativeButton();
    private final OrderedList steps = new OrderedList();
    private final List<Entry> entries = new ArrayList<>();
    private boolean open;

    BurstItem(Teller teller) {
        this.teller = teller;
        addClassName("burst");
        head.addClassNames("entry", "burst-head");
        head.addClickListener(_ -> show(!open));
        head.setVisible(false);
        steps.addClassName("burst-steps");
        add(head, steps);
    }

    Entry newest() {
        return entries.getFirst();
    }

    Entry oldest() {
        return entries.getLast();
    }

    void addOlder(Entry entry) {
        entries.addLast(entry);
        steps.add(entry);
        tell();
        show(open);
    }

    /// Stays unfolded: somebody may be reading.
    void addNewer(Entry entry) {
        entries.addFirst(entry);
        steps.addComponentAsFirst(entry);
        tell();
        show(true);
    }

    void select(Optional<Revision> revision) {
        for (var entry : entries) {
            boolean selected = revision.filter(entry.change().revision()::equals).isPresent();
            entry.select(selected);
            if (selected && entries.size() > 1) {
                show(true);
            }
        }
    }

    private void show(boolean wanted) {
        open = wanted;
        head.getElement().setAttribute("aria-expanded", Boolean.toString(open));
        steps.setVisible(open || entries.size() == 1);
    }

    private void tell() {
        setClassName("burst-of-many", entries.size() > 1);
        head.setVisible(entries.size() > 1);
        if (entries.size() == 1) {
            return;
        }
        var first = oldest().change();
        var last = newest().change();
        var time = teller.time();
        var told = new Span();
        told.addClassName("entry-told");
        told.getElement()
                .appendChild(
                        new Element("strong").setText(teller.who(first.by())),
                        Element.createText(
                                " "
                                        + ChangeWords.burst(
                                                entries.size(),
                                                Duration.between(first.at(), last.at()))));
        var facts =
                new Div(
                        time.minute(first.at())
                                + " – "
                                + time.minute(last.at())
                                + " · "
                                + time.ago(last.at())
                                + " · "
                                + first.revision()
                                + " – "
                                + last.revision());
        facts.addClassName("entry-facts");
        var words = new Div(told, facts);
        words.addClassName("entry-words");
        head.removeAll();
        head.add(Entry.avatar(last, teller), words);
    }
}
