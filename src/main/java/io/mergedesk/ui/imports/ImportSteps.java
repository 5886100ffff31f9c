package io.mergedesk.ui.imports;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.EnumMap;
import java.util.Map;

/// Where one is on the way through an import.
final class ImportSteps extends OrderedList {

    enum Step {
        FILE("File"),
        COLUMNS("Columns"),
        CHECK("Check"),
        IMPORT("Import");

        private final String label;

        Step(String label) {
            this.label = label;
        }
    }

    private final Map<Step, ListItem> items = new EnumMap<>(Step.class);

    ImportSteps() {
        addClassName("import-steps");
        for (var step : Step.values()) {
            var number = new Span(Integer.toString(items.size() + 1));
            number.addClassName("import-step-number");
            var item = new ListItem(number, new Span(step.label));
            items.put(step, item);
            add(item);
        }
        show(Step.FILE);
    }

    void show(Step step) {
        items.forEach((one, item) -> {
            item.setClassName("done", one.compareTo(step) < 0);
            if (one == step) {
                item.getElement().setAttribute("aria-current", "step");
            } else {
                item.getElement().removeAttribute("aria-current");
            }
        });
    }
}
