package io.mergedesk.ui.merge;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/// Below the questions, folded: what was merged without asking, and what nobody touched.
final class Folds extends Div {

    private final Div unchanged = new Div();
    private final Details merged;
    private final Details rest = new Details("", unchanged);

    /// @param rows of what was merged
    Folds(Div rows) {
        merged = new Details("", rows);
        unchanged.addClassName("unchanged");
        addClassName("merge-folds");
        add(merged, rest);
    }

    void show(Telling telling, Deciding deciding) {
        int count = deciding.merged().size();
        merged.setSummaryText(
                count == 1 ? "1 field merged by itself" : count + " fields merged by themselves");
        merged.setVisible(count > 0);
        var touched = deciding.merge().fields().keySet();
        var untouched =
                telling.type().fields().stream()
                        .filter(field -> !touched.contains(field.name()))
                        .toList();
        rest.setSummaryText(untouched.size() + " unchanged");
        rest.setVisible(!untouched.isEmpty());
        unchanged.removeAll();
        for (var field : untouched) {
            var label = new Span(field.label());
            label.addClassName("soft");
            var value = telling.now().current().values().get(field.name());
            unchanged.add(new Div(label, WordMarks.plain(telling.values().of(value))));
        }
    }

    void foldUnchanged() {
        rest.setOpened(!rest.isOpened());
    }
}
