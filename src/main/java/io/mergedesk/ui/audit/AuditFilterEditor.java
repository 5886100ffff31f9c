package io.mergedesk.ui.audit;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import io.mergedesk.ui.audit.AuditFilterOptions.What;
import java.util.function.Consumer;

/// Picks one condition: first by what, then which.
final class AuditFilterEditor extends Popover {

    private final transient AuditFilterOptions options;
    private final Select<What> what = new Select<>();
    private final ComboBox<AuditCondition> which = new ComboBox<>("Only");
    private final DatePicker day = new DatePicker("Day");

    AuditFilterEditor(
            FilterWords words, AuditFilterOptions options, Consumer<AuditCondition> chosen) {
        this.options = options;
        setPosition(PopoverPosition.BOTTOM_START);
        setModal(true);
        setAriaLabel("Add a filter");
        what.setLabel("Filter by");
        what.setItems(What.values());
        what.setItemLabelGenerator(What::label);
        what.addValueChangeListener(_ -> offer());
        which.setItemLabelGenerator(words::of);
        which.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                close();
                chosen.accept(event.getValue());
            }
        });
        day.addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                close();
                chosen.accept(
                        what.getValue() == What.FROM
                                ? new AuditCondition.From(event.getValue())
                                : new AuditCondition.To(event.getValue()));
            }
        });
        var form = new Div(what, which, day);
        form.addClassName("filter-form");
        add(form);
        offer();
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                what.clear();
                which.clear();
                day.clear();
                what.focus();
            }
        });
    }

    private void offer() {
        var by = what.getOptionalValue();
        which.setVisible(by.filter(one -> !one.isDay()).isPresent());
        day.setVisible(by.filter(What::isDay).isPresent());
        by.ifPresent(one -> which.setItems(options.of(one)));
    }
}
