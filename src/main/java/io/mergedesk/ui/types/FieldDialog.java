package io.mergedesk.ui.types;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// One field of a type: everything an admin can say of it.
final class FieldDialog extends Dialog {

    private static final Set<FieldKind> NEVER_UNIQUE =
            Set.of(FieldKind.LONG_TEXT, FieldKind.CHOICES, FieldKind.YES_NO);
    private static final Set<FieldKind> WITH_CHOICES = Set.of(FieldKind.CHOICE, FieldKind.CHOICES);

    private final transient Optional<FieldDefinition> before;
    private final transient TypeDraft draft;
    private final transient Consumer<FieldDefinition> done;
    private final TextField label = new TextField("Label");
    private final TextField name = new TextField("Name for programs");
    private final Select<FieldKind> kind = new Select<>();
    private final Checkbox required = new Checkbox("Required");
    private final Checkbox unique = new Checkbox("Unique");
    private final TextArea choices = new TextArea("Choices");
    private final Select<EntityType> references = new Select<>();
    private final TextField help = new TextField("Help text");
    private final ComboBox<String> group = new ComboBox<>("Merges together with");
    private final Select<MergeStrategy> strategy = new Select<>();
    private boolean ownName;

    FieldDialog(
            Optional<FieldDefinition> before,
            TypeDraft draft,
            List<EntityType> types,
            Consumer<FieldDefinition> done) {
        this.before = before;
        this.draft = draft;
        this.done = done;
        setHeaderTitle(before.map(field -> "Edit " + field.label()).orElse("New field"));
        setWidth("min(560px, 94vw)");
        names();
        kinds(types);
        merging();
        var flags = new Div(required, unique);
        flags.addClassName("field-flags");
        help.setHelperText("Shown under the field in the form");
        var form = new Div(label, name, kind, flags, choices, references, help, group, strategy);
        form.addClassNames("type-form", "field-form");
        add(form);
        var finish = new Button(before.isPresent() ? "Done" : "Add field", _ -> finish());
        finish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", _ -> close()), finish);
        fill(types);
    }

    private void names() {
        label.setAutofocus(true);
        label.setValueChangeMode(ValueChangeMode.EAGER);
        label.addValueChangeListener(event -> {
            label.setInvalid(false);
            if (event.isFromClient() && before.isEmpty() && !ownName) {
                var text = event.getValue().strip();
                name.setValue(text.isEmpty() ? "" : DerivedName.ofField(text, taken()));
            }
        });
        name.addValueChangeListener(event -> ownName |= event.isFromClient());
        name.setReadOnly(before.isPresent());
        name.setHelperText(
                before.isPresent()
                        ? "Given once, so that the history stays readable"
                        : "In the API and in files; it stays when the field is renamed");
    }

    private void kinds(List<EntityType> types) {
        kind.setLabel("Kind");
        kind.setItems(FieldKind.values());
        kind.setItemLabelGenerator(TypeWords::of);
        kind.setReadOnly(before.isPresent());
        if (before.isPresent()) {
            kind.setHelperText("For another kind, remove this field and add a new one");
        }
        kind.addValueChangeListener(_ -> fit());
        choices.setHelperText("One on each line, in the order to show");
        choices.setMinRows(3);
        references.setLabel("Refers to");
        references.setItems(types);
        references.setItemLabelGenerator(type -> type == null ? "Any type" : type.label());
        references.setEmptySelectionAllowed(true);
        references.setEmptySelectionCaption("Any type");
    }

    private void merging() {
        group.setItems(
                draft.fields().stream()
                        .flatMap(field -> field.group().stream())
                        .distinct()
                        .toList());
        group.setAllowCustomValue(true);
        group.addCustomValueSetListener(event -> group.setValue(event.getDetail().strip()));
        group.setClearButtonVisible(true);
        group.setPlaceholder("No other field");
        group.setHelperText(
                "Fields of one group, such as Address, are never joined from two halves");
        strategy.setLabel("When edits collide");
        strategy.setItems(MergeStrategy.values());
        var usual = "As the type";
        strategy.setHelperText("The type: " + TypeWords.of(draft.mine().strategy()));
        strategy.setItemLabelGenerator(one -> one == null ? usual : TypeWords.of(one));
        strategy.setEmptySelectionAllowed(true);
        strategy.setEmptySelectionCaption(usual);
    }

    private void fill(List<EntityType> types) {
        kind.setValue(FieldKind.TEXT);
        before.ifPresent(field -> {
            label.setValue(field.label());
            name.setValue(field.name().value());
            kind.setValue(field.kind());
            required.setValue(field.required());
            unique.setValue(field.unique());
            choices.setValue(String.join("\n", field.choices()));
            help.setValue(field.help());
            field.group().ifPresent(group::setValue);
            field.strategy().ifPresent(strategy::setValue);
            types.stream()
                    .filter(type -> field.references().filter(type.name()::equals).isPresent())
                    .findFirst()
                    .ifPresent(references::setValue);
        });
        fit();
    }

    private void fit() {
        choices.setVisible(WITH_CHOICES.contains(kind.getValue()));
        references.setVisible(kind.getValue() == FieldKind.REFERENCE);
        boolean may = !NEVER_UNIQUE.contains(kind.getValue());
        unique.setEnabled(may);
        if (!may) {
            unique.setValue(false);
        }
    }

    private List<String> taken() {
        return draft.mine().fields().stream().map(field -> field.name().value()).toList();
    }

    private void finish() {
        if (label.getValue().isBlank()) {
            mark(label, "Expected a label");
            return;
        }
        var fieldName = fieldName();
        if (fieldName.isEmpty()) {
            return;
        }
        if (choices.isVisible() && lines().isEmpty()) {
            choices.setErrorMessage("Expected at least one choice");
            choices.setInvalid(true);
            return;
        }
        close();
        done.accept(definition(fieldName.get()));
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

    private FieldDefinition definition(FieldName fieldName) {
        return new FieldDefinition(
                fieldName,
                label.getValue().strip(),
                kind.getValue(),
                required.getValue(),
                unique.getValue(),
                choices.isVisible() ? lines() : List.of(),
                help.getValue().strip(),
                Optional.ofNullable(group.getValue()).filter(text -> !text.isBlank()),
                Optional.ofNullable(strategy.getValue()),
                refersTo(),
                false);
    }

    private Optional<TypeName> refersTo() {
        return references.isVisible()
                ? Optional.ofNullable(references.getValue()).map(EntityType::name)
                : Optional.empty();
    }

    private List<String> lines() {
        return choices.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static void mark(TextField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
    }
}
