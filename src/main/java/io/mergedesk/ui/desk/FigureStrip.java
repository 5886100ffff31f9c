package io.mergedesk.ui.desk;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.desk.Figures;
import java.util.Locale;

/// How the desk gets on, in a calm line above the list.
final class FigureStrip extends DescriptionList {

    private static final int TALLEST = 24;

    FigureStrip() {
        addClassName("desk-figures");
    }

    void show(Figures figures, int mine) {
        removeAll();
        add("Open", "%,d".formatted(figures.open()), "");
        add("Taken by you", "%,d".formatted(mine), "");
        addDays(figures);
        add(
                "Merged automatically",
                figures.automaticShare().isPresent()
                        ? Math.round(figures.automaticShare().getAsDouble() * 100) + " %"
                        : "–",
                "of the edits that met others");
        add("Median time to settle", figures.timeToSettle().map(DeskWords::length).orElse("–"), "");
        add("Reopened", "%,d".formatted(figures.reopened()), "");
    }

    private void add(String term, String number, String hint) {
        var value = new Span(number);
        value.addClassName("number");
        value.setTitle(hint);
        add(term, value);
    }

    private void add(String term, com.vaadin.flow.component.Component value) {
        var pair = new Div(new Term(term), new Description(value));
        pair.addClassName("desk-figure");
        super.add(pair);
    }

    /// Two bars a day: what came above, what was settled beside it.
    private void addDays(Figures figures) {
        long most =
                figures.days().stream()
                        .mapToLong(day -> Math.max(day.arrived(), day.settled()))
                        .max()
                        .orElse(0);
        var bars = new Div();
        bars.addClassName("desk-days");
        bars.getElement().setAttribute("aria-hidden", "true");
        for (var day : figures.days()) {
            var one = new Div(bar(day.arrived(), most, "came"), bar(day.settled(), most, "went"));
            one.setTitle(
                    "%s: %d came, %d settled".formatted(day.date(), day.arrived(), day.settled()));
            bars.add(one);
        }
        var words =
                new Span(
                        String.format(
                                Locale.ENGLISH,
                                "%,d came, %,d settled",
                                figures.arrived(),
                                figures.settled()));
        words.addClassName("desk-second");
        var both = new Div(bars, words);
        both.addClassName("desk-days-cell");
        add("Last " + figures.days().size() + " days", both);
    }

    private static Span bar(long number, long most, String what) {
        var bar = new Span();
        bar.addClassName("bar-" + what);
        long height = most == 0 ? 0 : Math.round((double) number / most * TALLEST);
        bar.getStyle().set("block-size", Math.max(number > 0 ? 2 : 0, height) + "px");
        return bar;
    }
}
