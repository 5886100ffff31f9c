package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.sync.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/// What other systems sent and was not taken: what waits for an admin, and what they decided; not
/// there while there is nothing.
final class RefusalList extends Section {

    /// How many of each are shown.
    static final int SHOWN = 20;

    private final H2 title = new H2();
    private final Div waiting = new Div();
    private final Div decided = new Div();
    private final Details before = new Details("", decided);
    private final transient Function<Refusal, String> sender;
    private final transient Consumer<Refusal> opened;

    /// @param sender the name of the system it came from
    /// @param opened told which one somebody wants to look at
    RefusalList(Function<Refusal, String> sender, Consumer<Refusal> opened) {
        this.sender = sender;
        this.opened = opened;
        addClassName("sync-refusals");
        waiting.addClassName("sync-refusal-rows");
        decided.addClassName("sync-refusal-rows");
        getElement().setAttribute("aria-label", "Refused from other systems");
        title.getElement().setAttribute("role", "status");
        add(title, waiting, before);
        setVisible(false);
    }

    /// @param count how many wait in all
    void show(long count, List<Refusal> open, List<Refusal> ended) {
        setVisible(count > 0 || !ended.isEmpty());
        title.setText(
                String.format(
                        Locale.ROOT,
                        count == 1
                                ? "%d change from another system was refused"
                                : "%,d changes from other systems were refused",
                        count));
        title.setVisible(count > 0);
        setClassName("card", count > 0);
        fill(waiting, open);
        fill(decided, ended);
        before.setSummaryText(count > 0 ? "Decided before" : "Refused changes, decided before");
        before.setVisible(!ended.isEmpty());
    }

    private void fill(Div rows, List<Refusal> refusals) {
        rows.removeAll();
        refusals.forEach(one -> rows.add(row(one)));
    }

    private Component row(Refusal refusal) {
        var name = sender.apply(refusal);
        var from = new Span(name);
        from.addClassName("sync-refusal-from");
        var problem = new Paragraph(refusal.problem());
        problem.addClassNames("sync-refusal-problem", "small");
        var open = new Button("Look at it", _ -> opened.accept(refusal));
        open.setAriaLabel("Look at what " + name + " sent");
        open.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var row = new Div(from, new Div(problem, end(refusal)), open);
        row.addClassName("sync-refusal");
        return row;
    }

    private static Component end(Refusal refusal) {
        var words = new Span(refusal.end().map(RefusalList::words).orElse(""));
        words.addClassNames("soft", "small");
        return words;
    }

    /// What became of it, and who decided so.
    static String words(Refusal.End end) {
        var what =
                switch (end.how()) {
                    case TAKEN -> "taken by " + end.by();
                    case DISMISSED -> "dismissed by " + end.by();
                };
        return end.reason().isEmpty() ? what : what + ": " + end.reason();
    }
}
