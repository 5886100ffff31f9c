package io.mergedesk.ui.fields;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.entities.FieldDefinition;
import java.util.Optional;

/// A text of many lines.
final class LongTextEditor extends InputEditor<TextArea, String> {

    LongTextEditor(FieldDefinition field) {
        super(new TextArea(), field);
        input.setValueChangeMode(ValueChangeMode.LAZY);
        input.setValueChangeTimeout(TextEditor.QUIET_MILLIS);
        input.setMinRows(3);
        input.setMaxRows(14);
    }

    @Override
    String write(String value) {
        return value;
    }

    @Override
    Optional<String> read(String text) {
        return Optional.of(text);
    }

    @Override
    Optional<String> seenAsText() {
        return Optional.of(text());
    }
}
