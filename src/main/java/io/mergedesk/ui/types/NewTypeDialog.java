package io.mergedesk.ui.types;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.Actor;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.TypeDefinition;
import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.TypeService;
import io.mergedesk.entities.Violation;
import java.util.List;
import java.util.function.Consumer;

/// Asks for what a new type needs at least: what it is called, and the field that names each
/// record.
final class NewTypeDialog extends Dialog {

    private final transient TypeService types;
    private final transient Actor actor;
    private final transient Consumer<EntityType> created;
    private final TextField label = new TextField("What they are called");
    private final TextField singular = new TextField("What one is called");
    private final TextField name = new TextField("Name for programs");
    private final TextField first = new TextField("First field");
    private boolean ownSingular;
    private boolean ownName;

    NewTypeDialog(TypeService types, Actor actor, Consumer<EntityType> created) {
        this.types = types;
        this.actor = actor;
        this.created = created;
        setHeaderTitle("New type");
        setWidth("min(460px, 94vw)");
        label.setPlaceholder("Contacts");
        label.setAutofocus(true);
        label.setValueChangeMode(ValueChangeMode.EAGER);
        label.addValueChangeListener(_ -> derive());
        singular.setPlaceholder("Contact");
        singular.addValueChangeListener(event -> ownSingular |= event.isFromClient());
        name.setHelperText("In addresses and in the API; it stays when the type is renamed");
        name.addValueChangeListener(event -> ownName |= event.isFromClient());
        first.setValue("Name");
        first.setHelperText("A text that names each record in lists; more fields come next");
        var form = new Div(label, singular, name, first);
        form.addClassName("type-form");
        add(form);
        var create = new Button("Create", _ -> create());
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER);
        getFooter().add(new Button("Cancel", _ -> close()), create);
    }

    private void derive() {
        var text = label.getValue().strip();
        if (!ownSingular) {
            singular.setValue(singularOf(text));
        }
        if (!ownName) {
            var taken = types.all().stream().map(type -> type.name().value()).toList();
            name.setValue(text.isEmpty() ? "" : DerivedName.ofType(text, taken));
        }
    }

    /// A guess that is right for most English words, and may be corrected.
    static String singularOf(String label) {
        if (label.endsWith("ies") && label.length() > 4) {
            return label.substring(0, label.length() - 3) + "y";
        }
        return label.endsWith("s") && !label.endsWith("ss")
                ? label.substring(0, label.length() - 1)
                : label;
    }

    private void create() {
        List.of(label, singular, name, first).forEach(field -> field.setInvalid(false));
        if (first.getValue().isBlank()) {
            mark(first, "Expected at least one field");
            return;
        }
        TypeName typeName;
        try {
            typeName = new TypeName(name.getValue().strip());
        } catch (IllegalArgumentException _) {
            mark(name, "Expected a letter, then letters, digits, _ or -, at most 63");
            return;
        }
        var field =
                FieldDefinition.of(
                                new FieldName(DerivedName.ofField(first.getValue(), List.of())),
                                first.getValue().strip(),
                                FieldKind.TEXT)
                        .asRequired();
        var definition =
                new TypeDefinition(
                        typeName,
                        label.getValue().strip(),
                        singular.getValue().strip(),
                        List.of(field),
                        MergeStrategy.FIELD_LEVEL_MERGE);
        show(types.create(definition, actor));
    }

    private void show(TypeOutcome outcome) {
        switch (outcome) {
            case TypeOutcome.Saved(var type) -> {
                close();
                created.accept(type);
            }
            case TypeOutcome.Refused(var violations) -> violations.forEach(this::mark);
            case TypeOutcome.Forbidden _, TypeOutcome.Stale _, TypeOutcome.Missing _ ->
                    mark(label, OutcomeWords.of(outcome, label.getValue()));
        }
    }

    private void mark(Violation violation) {
        switch (violation.field()) {
            case "label" -> mark(label, violation.message());
            case "singular" -> mark(singular, violation.message());
            case "name" -> mark(name, violation.message());
            default -> mark(first, violation.message());
        }
    }

    private static void mark(TextField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
    }
}
