package io.mergedesk.ui.timeline;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.mergedesk.ui.shell.Modules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// What happened by day and by burst, newest first. Grows at both ends without touching what is
/// there.
///
/// @param <T> one thing that happened
public final class Timeline<T> extends Div {

    private final transient TimelineWords<T> words;
    private final transient Consumer<T> open;
    private final String nothing;
    private final Div days = new Div();
    private final List<BurstItem<T>> bursts = new ArrayList<>();
    private final Button older;
    private transient Predicate<T> selected = _ -> false;

    private static final class Day extends Section {
        private final LocalDate date;
        private final OrderedList bursts = new OrderedList();

        Day(LocalDate date, String heading) {
            this.date = date;
            bursts.addClassName("timeline-day");
            add(new H2(heading), bursts);
        }
    }

    /// @param open shows one thing that was chosen
    /// @param loadOlder brings what comes before, by [#addOlder]
    /// @param nothing what to say when there is nothing
    public Timeline(TimelineWords<T> words, Consumer<T> open, Runnable loadOlder, String nothing) {
        this.words = words;
        this.open = open;
        this.nothing = nothing;
        addClassNames("card", "timeline");
        older = new Button("Show older", _ -> loadOlder.run());
        older.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        older.setDisableOnClick(true);
        older.addClassName("show-older");
        older.addAttachListener(
                _ -> Modules.call(older.getElement(), "scrolled-to.js", "m.pressWhenSeen(this)"));
        add(days, older);
    }

    /// @param more whether there is anything before them
    public void addOlder(List<T> newestFirst, boolean more) {
        var grown = new LinkedHashSet<BurstItem<T>>();
        newestFirst.forEach(one -> grown.add(addOlder(one)));
        grown.forEach(BurstItem::tell);
        older.setVisible(more);
        older.setEnabled(true);
        if (bursts.isEmpty()) {
            days.removeAll();
            days.add(new Paragraph(nothing));
        }
        mark();
    }

    /// Puts one thing on top.
    public void addNewer(T one) {
        var entry = new Entry<>(one, words, open);
        if (!bursts.isEmpty() && joins(one, bursts.getFirst().newest())) {
            bursts.getFirst().addNewer(entry);
        } else {
            clearIfEmpty();
            var item = new BurstItem<>(words);
            item.addOlder(entry);
            bursts.addFirst(item);
            dayAtTop(one).bursts.addComponentAsFirst(item);
        }
        bursts.getFirst().tell();
        mark();
    }

    /// Marks what is shown beside it, now and as it grows.
    public void select(Predicate<T> shown) {
        selected = shown;
        mark();
    }

    /// Says anew what may have become of each thing since: its badges.
    public void retell() {
        bursts.forEach(BurstItem::retell);
    }

    /// The newest that is in it.
    public Optional<T> first() {
        return bursts.stream().findFirst().map(BurstItem::newest);
    }

    private void mark() {
        bursts.forEach(burst -> burst.select(selected));
    }

    private boolean joins(T newer, T older) {
        return dayOf(newer).equals(dayOf(older)) && words.joins(newer, older);
    }

    private BurstItem<T> addOlder(T one) {
        var entry = new Entry<>(one, words, open);
        if (!bursts.isEmpty() && joins(bursts.getLast().oldest(), one)) {
            bursts.getLast().addOlder(entry);
        } else {
            clearIfEmpty();
            var item = new BurstItem<>(words);
            item.addOlder(entry);
            bursts.addLast(item);
            dayAtEnd(one).bursts.add(item);
        }
        return bursts.getLast();
    }

    private void clearIfEmpty() {
        if (bursts.isEmpty()) {
            days.removeAll();
        }
    }

    private Day dayAtTop(T one) {
        return days.getChildren()
                .findFirst()
                .flatMap(first -> ofDate(first, one))
                .orElseGet(() -> {
                    var day = day(one);
                    days.addComponentAsFirst(day);
                    return day;
                });
    }

    private Day dayAtEnd(T one) {
        return days.getChildren()
                .reduce((_, last) -> last)
                .flatMap(last -> ofDate(last, one))
                .orElseGet(() -> {
                    var day = day(one);
                    days.add(day);
                    return day;
                });
    }

    private Optional<Day> ofDate(Component component, T one) {
        return component instanceof Day day && day.date.equals(dayOf(one))
                ? Optional.of(day)
                : Optional.empty();
    }

    private Day day(T one) {
        var date = dayOf(one);
        return new Day(date, words.time().heading(date));
    }

    private LocalDate dayOf(T one) {
        return words.time().dayOf(words.at(one));
    }
}
