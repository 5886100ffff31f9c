package io.mergedesk.ui.fields;

import com.vaadin.flow.component.combobox.ComboBox;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.Reading;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.shell.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Somebody with an account. Who was disabled since stays where they are named.
final class PersonEditor extends InputEditor<ComboBox<UserId>, UserId> {

    private final Names names;
    private final List<UserId> offered;

    PersonEditor(FieldDefinition field, Names names) {
        super(new ComboBox<>(), field);
        this.names = names;
        offered = new ArrayList<>(names.active());
        input.setItemLabelGenerator(names::of);
        input.setItems(offered);
        input.setClearButtonVisible(!field.required());
    }

    @Override
    String write(UserId value) {
        return value.value();
    }

    @Override
    Optional<UserId> read(String text) {
        if (!(FieldText.read(FieldKind.PERSON, text)
                instanceof Reading.Value(FieldValue.Person(var person)))) {
            return Optional.empty();
        }
        if (!offered.contains(person)) {
            offered.add(person);
            input.getListDataView().refreshAll();
        }
        return Optional.of(person);
    }

    @Override
    Optional<String> meant(String seen) {
        return seen.isBlank()
                ? Optional.of("")
                : offered.stream()
                        .filter(person -> names.of(person).equals(seen))
                        .findFirst()
                        .map(UserId::value);
    }
}
