package io.mergedesk.ui.fields;

import com.vaadin.flow.component.combobox.ComboBox;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.entities.FieldDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One of some choices, or yes or no. A stored choice that is no longer offered stays choosable.
final class ChoiceEditor extends InputEditor<ComboBox<String>, String> {

    private final List<String> offered;

    ChoiceEditor(FieldDefinition field) {
        super(new ComboBox<>(), field);
        offered = field.kind() == FieldKind.YES_NO ? List.of("yes", "no") : field.choices();
        input.setItems(offered);
        input.setClearButtonVisible(!field.required());
        if (field.kind() == FieldKind.YES_NO) {
            input.setItemLabelGenerator(choice -> choice.equals("yes") ? "Yes" : "No");
        }
    }

    @Override
    String write(String value) {
        return value;
    }

    @Override
    Optional<String> read(String text) {
        if (!offered.contains(text) && input.getListDataView().getItems().noneMatch(text::equals)) {
            var more = new ArrayList<>(offered);
            more.add(text);
            input.setItems(more);
        }
        return Optional.of(text);
    }

    @Override
    Optional<String> meant(String seen) {
        if (seen.isBlank()) {
            return Optional.of("");
        }
        var typed = seen.strip().toLowerCase(Locale.ROOT);
        var meant =
                offered.stream()
                        .filter(choice -> choice.toLowerCase(Locale.ROOT).startsWith(typed))
                        .toList();
        return meant.size() == 1
                ? Optional.of(meant.getFirst())
                : meant.stream().filter(seen::equalsIgnoreCase).findFirst();
    }
}
