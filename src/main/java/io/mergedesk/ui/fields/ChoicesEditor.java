package io.mergedesk.ui.fields;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import io.mergedesk.entities.FieldDefinition;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Several of some choices.
final class ChoicesEditor extends InputEditor<MultiSelectComboBox<String>, Set<String>> {

    private final Set<String> offered;

    ChoicesEditor(FieldDefinition field) {
        super(new MultiSelectComboBox<>(), field);
        offered = new java.util.LinkedHashSet<>(field.choices());
        input.setItems(offered);
        input.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
    }

    @Override
    String write(Set<String> value) {
        return FieldText.write(new FieldValue.Choices(new TreeSet<>(value)));
    }

    @Override
    Optional<Set<String>> read(String text) {
        if (!(FieldText.read(FieldKind.CHOICES, text)
                instanceof Reading.Value(FieldValue.Choices(var chosen)))) {
            return Optional.empty();
        }
        if (!offered.containsAll(chosen)) {
            offered.addAll(chosen);
            input.setItems(offered);
        }
        return Optional.of(chosen);
    }

    @Override
    Optional<String> meant(String seen) {
        return Optional.of(seen.replace("\n", FieldText.CHOICE_SEPARATOR + " "));
    }
}
