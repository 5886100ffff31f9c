package io.mergedesk.ui.history;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Which field's history, and how differences are told.
final class HistoryFilter extends Div {

    private final ComboBox<FieldName> field = new ComboBox<>();
    private final Checkbox sentences = new Checkbox("Read as sentences");
    private HistoryAddress address = HistoryAddress.START;

    HistoryFilter(EntityType type, Consumer<HistoryAddress> wanted) {
        addClassName("history-filter");
        field.setAriaLabel("History of one field");
        field.setPlaceholder("All fields");
        field.setClearButtonVisible(true);
        field.setItemLabelGenerator(name -> label(type, name));
        field.setItems(
                Stream.concat(
                                type.definition().fields().stream().map(its -> its.name()),
                                Stream.of(FieldName.TEAM))
                        .toList());
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wanted.accept(address.onlyField(Optional.ofNullable(event.getValue())));
            }
        });
        sentences.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                wanted.accept(address.inSentences(event.getValue()));
            }
        });
        add(field, sentences);
    }

    void show(HistoryAddress shown) {
        address = shown;
        field.setValue(shown.field().orElse(null));
        sentences.setValue(shown.sentences());
    }

    private static String label(EntityType type, FieldName name) {
        boolean removed = !name.equals(FieldName.TEAM) && type.field(name).isEmpty();
        return type.labelOf(name) + (removed ? " (removed)" : "");
    }
}
