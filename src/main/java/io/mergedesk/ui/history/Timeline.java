package io.mergedesk.ui.history;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Changes by day and by burst, newest first. Grows at both ends without touching what is there.
final class Timeline extends Div {

    private final Teller teller;
    private final Consumer<Revision> open;
    private final Div days = new Div();
    private final List<BurstItem> bursts = new ArrayList<>();
    private final Button older;
    private Optional<Revision> selected = Optional.empty();

    private static final class Day extends Section {
        private final LocalDate date;
        private final OrderedList bursts = new OrderedList();

        Day(LocalDate date, String heading) {
            this.date = date;
            bursts.addClassName("timeline-day");
            add(new H2(heading), bursts);
        }
    }

    Timeline(Teller teller, Consumer<Revision> open, Runnable loadOlder) {
        this.teller = teller;
        this.open = open;
        addClassNames("card", "timeline");
        older = new Button("Show older", _ -> loadOlder.run());
        older.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        older.setDisableOnClick(true);
        add(days, older);
    }

    /// @param more whether there is anything before them
    void addOlder(List<Change> newestFirst, boolean more) {
        newestFirst.forEach(this::addOlder);
        older.setVisible(more);
        older.setEnabled(true);
        if (bursts.isEmpty()) {
            days.add(new Paragraph("Nothing here yet: no change touched this field."));
        }
        mark();
    }

    void addNewer(Change change) {
        var entry = new Entry(change, teller, open);
        if (!bursts.isEmpty()
                && Burst.joins(change, bursts.getFirst().newest().change(), teller.time().zone())) {
            bursts.getFirst().addNewer(entry);
        } else {
            if (bursts.isEmpty()) {
                days.removeAll();
            }
            var item = new BurstItem(teller);
            item.addOlder(entry);
            bursts.addFirst(item);
            dayAtTop(change).bursts.addComponentAsFirst(item);
        }
        mark();
    }

    void select(Optional<Revision> revision) {
        selected = revision;
        mark();
    }

    /// The newest revision in it.
    Optional<Revision> first() {
        return bursts.stream().findFirst().map(burst -> burst.newest().change().revision());
    }

    private void mark() {
        bursts.forEach(burst -> burst.select(selected));
    }

    private void addOlder(Change change) {
        var entry = new Entry(change, teller, open);
        if (!bursts.isEmpty()
                && Burst.joins(bursts.getLast().oldest().change(), change, teller.time().zone())) {
            bursts.getLast().addOlder(entry);
        } else {
            var item = new BurstItem(teller);
            item.addOlder(entry);
            bursts.addLast(item);
            dayAtEnd(change).bursts.add(item);
        }
    }

    private Day dayAtTop(Change change) {
        return days.getChildren()
                .findFirst()
                .flatMap(first -> ofDate(first, change))
                .orElseGet(() -> {
                    var day = day(change);
                    days.addComponentAsFirst(day);
                    return day;
                });
    }

    private Day dayAtEnd(Change change) {
        return days.getChildren()
                .reduce((_, last) -> last)
                .flatMap(last -> ofDate(last, change))
                .orElseGet(() -> {
                    var day = day(change);
                    days.add(day);
                    return day;
                });
    }

    private Optional<Day> ofDate(Component component, Change change) {
        return component instanceof Day day && day.date.equals(teller.time().dayOf(change.at()))
                ? Optional.of(day)
                : Optional.empty();
    }

    private Day day(Change change) {
        var date = teller.time().dayOf(change.at());
        return new Day(date, teller.time().heading(date));
    }
}
