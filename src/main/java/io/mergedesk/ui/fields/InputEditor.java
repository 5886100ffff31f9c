package io.mergedesk.ui.fields;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.shared.InputField;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.shell.BrowserDrafts;
import java.util.Map;
import java.util.Optional;

/// An editor made of one input.
abstract class InputEditor<
                C extends
                        AbstractField<C, V>
                                & InputField<AbstractField.ComponentValueChangeEvent<C, V>, V>
                                & HasValidationProperties & Focusable<C>,
                V>
        implements FieldEditor {

    final C input;
    private final String name;

    InputEditor(C input, FieldDefinition field) {
        this.input = input;
        name = field.name().value();
        BrowserDrafts.named(name, input);
        input.setLabel(field.label());
        input.setRequiredIndicatorVisible(field.required());
        input.setWidthFull();
        input.setManualValidation(true);
        if (!field.help().isBlank()) {
            input.setHelperText(field.help());
        }
    }

    /// The text of a value.
    abstract String write(V value);

    /// The value of a text; empty for what cannot be shown.
    abstract Optional<V> read(String text);

    @Override
    public Component component() {
        return input;
    }

    @Override
    public String text() {
        return input.isEmpty() ? "" : write(input.getValue());
    }

    @Override
    public void show(String text) {
        input.setValue(
                text.isBlank() ? input.getEmptyValue() : read(text).orElse(input.getEmptyValue()));
    }

    @Override
    public void onEdit(Runnable edited) {
        input.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                edited.run();
            }
        });
    }

    @Override
    public void complain(String problem) {
        input.setErrorMessage(problem);
        input.setInvalid(!problem.isEmpty());
    }

    @Override
    public void focus() {
        input.focus();
    }

    @Override
    public void lock(boolean locked) {
        input.setReadOnly(locked);
    }

    @Override
    public Optional<String> fromBrowser(Map<String, String> kept) {
        return Optional.ofNullable(kept.get(name)).flatMap(this::meant);
    }

    @Override
    public Map<String, Optional<String>> inBrowser() {
        return Map.of(name, seenAsText());
    }

    /// The text, where the input shows it as it is.
    Optional<String> seenAsText() {
        return Optional.empty();
    }

    /// What somebody meant who saw that in the input.
    Optional<String> meant(String seen) {
        return Optional.of(seen);
    }
}
