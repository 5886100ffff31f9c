package io.mergedesk.ui.types;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// One field of a type: everything an admin can say of it. What they say is kept until they are
/// done with it or do not want it.
final class FieldDialog extends Dialog {

    private final transient Optional<FieldDefinition> before;
    private final transient TypeDraft draft;
    private final transient Consumer<FieldDefinition> done;
    private final transient FieldForm form;
    private final TextField label = new TextField("Label");
    private final TextField name = new TextField("Name for programs");
    private final transient Runnable forget;
    private boolean ownName;

    /// @param typed what was typed into it on an earlier visit, by input
    FieldDialog(
            Optional<FieldDefinition> before,
            TypeDraft draft,
            List<EntityType> types,
            KeptField kept,
            Map<String, String> typed,
            Consumer<FieldDefinition> done) {
        this.before = before;
        this.draft = draft;
        this.done = done;
        this.form = new FieldForm(draft, types);
        setHeaderTitle(before.map(field -> "Edit " + field.label()).orElse("New field"));
        setWidth("min(560px, 94vw)");
        setCloseOnOutsideClick(false);
        names();
        var inputs = new Div(label, name);
        inputs.addClassNames("type-form", "field-form");
        form.addTo(inputs);
        add(inputs);
        var finish = new Button(before.isPresent() ? "Done" : "Add field", _ -> finish());
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", _ -> leave()), finish);
        addDialogCloseActionListener(_ -> leave());
        before.ifPresent(field -> {
            label.setValue(field.label());
            name.setValue(field.name().value());
            form.show(field);
        });
        var all =
                Stream.concat(
                                Stream.of(
                                        DialogInput.ofText("label", label),
                                        DialogInput.ofText("name", name)),
                                form.inputs().stream())
                        .toList();
        KeptField.show(typed, all);
        forget = kept.keep(inputs, before.map(FieldDefinition::name), all);
        if (!typed.isEmpty()) {
            var back =
                    new Paragraph("What you typed here is back. It is not part of the type yet.");
            back.addClassNames("note", "note-warn");
            back.getElement().setAttribute("role", "status");
            addComponentAsFirst(back);
        }
    }

    private void names() {
        label.setAutofocus(true);
        label.setValueChangeMode(ValueChangeMode.EAGER);
        label.addValueChangeListener(_ -> {
            label.setInvalid(false);
            if (before.isEmpty() && !ownName) {
                name.setValue(derived());
            }
        });
        name.addValueChangeListener(event -> ownName = !event.getValue().equals(derived()));
        name.setReadOnly(before.isPresent());
        name.setHelperText(
                before.isPresent()
                        ? "Given once, so that the history stays readable"
                        : "In the API and in files; it stays when the field is renamed");
    }

    private String derived() {
        var text = label.getValue().strip();
        return text.isEmpty() ? "" : DerivedName.ofField(text, taken());
    }

    private List<String> taken() {
        return draft.mine().fields().stream().map(field -> field.name().value()).toList();
    }

    private void leave() {
        forget.run();
        close();
    }

    private void finish() {
        if (label.getValue().isBlank()) {
            mark(label, "Expected a label");
            return;
        }
        var fieldName = fieldName();
        if (fieldName.isPresent() && form.isComplete()) {
            leave();
            done.accept(form.definition(fieldName.get(), label.getValue().strip()));
        }
    }

    private Optional<FieldName> fieldName() {
        if (before.isPresent()) {
            return before.map(FieldDefinition::name);
        }
        var text = name.getValue().strip();
        if (taken().stream().anyMatch(text::equalsIgnoreCase)) {
            mark(name, "Expected one that no other field of the type has, removed ones included");
            return Optional.empty();
        }
        try {
            return Optional.of(new FieldName(text));
        } catch (IllegalArgumentException _) {
            mark(name, "Expected a letter, then letters, digits, _ or -, at most 63");
            return Optional.empty();
        }
    }

    private static void mark(TextField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
    }
}
