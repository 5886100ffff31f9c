package io.mergedesk.ui.sync;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Rows of two fields that belong together, to be added and removed.
final class PairRows<L extends Component, R extends Component> extends Div {

    /// One row.
    record Pair<L, R>(L left, R right) {}

    private final transient List<Pair<L, R>> pairs = new ArrayList<>();
    private final Div rows = new Div();
    private final String what;
    private final transient Supplier<Pair<L, R>> fresh;

    /// @param what one row is, such as `header`
    PairRows(String hint, String what, Supplier<Pair<L, R>> fresh) {
        this.what = what;
        this.fresh = fresh;
        addClassName("sync-pairs");
        var words = new Span(hint);
        words.addClassNames("soft", "small");
        rows.addClassName("sync-pairs-rows");
        add(words, rows, new Button("Add " + what, _ -> append()));
    }

    List<Pair<L, R>> pairs() {
        return List.copyOf(pairs);
    }

    void clear() {
        pairs.clear();
        rows.removeAll();
    }

    Pair<L, R> append() {
        var pair = fresh.get();
        var remove = new Button("×");
        remove.setAriaLabel("Remove this " + what);
        remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var row = new Div(pair.left(), pair.right(), remove);
        row.addClassName("sync-pair");
        remove.addClickListener(_ -> {
            pairs.remove(pair);
            rows.remove(row);
        });
        pairs.add(pair);
        rows.add(row);
        return pair;
    }
}
