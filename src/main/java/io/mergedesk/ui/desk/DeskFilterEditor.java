package io.mergedesk.ui.desk;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import io.mergedesk.desk.Condition;
import java.util.function.Consumer;

/// Picks one condition: first by what, then which.
final class DeskFilterEditor extends Popover {

    private final Select<DeskFilterOptions.What> what = new Select<>();
    private final ComboBox<Condition> which = new ComboBox<>("Only");

    DeskFilterEditor(DeskWords words, DeskFilterOptions options, Consumer<Condition> add) {
        setPosition(PopoverPosition.BOTTOM_START);
        setModal(true);
        setAriaLabel("Add a filter");
        what.setLabel("Filter by");
        what.setItems(DeskFilterOptions.What.values());
        what.setItemLabelGenerator(DeskFilterOptions.What::label);
        what.addValueChangeListener(event -> {
            which.setVisible(event.getValue() != null);
            if (event.getValue() != null) {
                which.setItems(options.of(event.getValue()));
            }
        });
        which.setItemLabelGenerator(words::of);
        which.setVisible(false);
        which.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                close();
                add.accept(event.getValue());
            }
        });
        var form = new Div(what, which);
        form.addClassName("filter-form");
        add(form);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                what.clear();
                which.clear();
                what.focus();
            }
        });
    }
}
