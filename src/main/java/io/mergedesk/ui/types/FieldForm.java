package io.mergedesk.ui.types;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.shell.KindWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a field of a type holds and how it merges: all that its dialog asks for but its names.
final class FieldForm {

    private static final Set<FieldKind> NEVER_UNIQUE =
            Set.of(FieldKind.LONG_TEXT, FieldKind.CHOICES, FieldKind.YES_NO);
    private static final Set<FieldKind> ADDING = Set.of(FieldKind.NUMBER, FieldKind.MONEY);
    private static final Set<FieldKind> WITH_CHOICES = Set.of(FieldKind.CHOICE, FieldKind.CHOICES);

    private final Select<FieldKind> kind = new Select<>();
    private final Checkbox required = new Checkbox("Required");
    private final Checkbox unique = new Checkbox("Unique");
    private final TextArea choices = new TextArea("Choices");
    private final Select<EntityType> references = new Select<>();
    private final TextField help = new TextField("Help text");
    private final ComboBox<String> group = new ComboBox<>("Merges together with");
    private final Select<MergeStrategy> strategy = new Select<>();
    private final Checkbox adds = new Checkbox("Add up changes of two people");

    FieldForm(TypeDraft draft, List<EntityType> types) {
        kind.setLabel("Kind");
        kind.setItems(FieldKind.values());
        kind.setItemLabelGenerator(KindWords::of);
        kind.addValueChangeListener(_ -> fit());
        choices.setHelperText("One on each line, in the order to show");
        choices.setMinRows(3);
        help.setHelperText("Shown under the field in the form");
        references.setLabel("Refers to");
        references.setItems(types);
        references.setItemLabelGenerator(FieldForm::target);
        references.setEmptySelectionAllowed(true);
        references.setEmptySelectionCaption(target(null));
        merging(draft);
        kind.setValue(FieldKind.TEXT);
        fit();
    }

    /// Puts the inputs, in their order, into the form of the dialog.
    void addTo(Div form) {
        var flags = new Div(required, unique);
        flags.addClassName("field-flags");
        form.add(kind, flags, choices, references, help, group, strategy, adds);
    }

    private void merging(TypeDraft draft) {
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
        adds.setHelperText("As for a stock: 10, one takes 2 and one takes 3, leaves 5");
        strategy.setLabel("When edits collide");
        strategy.setItems(MergeStrategy.values());
        strategy.setHelperText("The type: " + TypeWords.of(draft.mine().strategy()));
        strategy.setItemLabelGenerator(FieldForm::merge);
        strategy.setEmptySelectionAllowed(true);
        strategy.setEmptySelectionCaption(merge(null));
    }

    private static String target(@Nullable EntityType type) {
        return type == null ? "Any type" : type.label();
    }

    private static String merge(@Nullable MergeStrategy own) {
        return own == null ? "As the type" : TypeWords.of(own);
    }

    /// All that is filled in here, the kind first, since others depend on it.
    List<DialogInput> inputs() {
        return List.of(
                DialogInput.of("kind", kind, one -> one == null ? "" : KindWords.of(one)),
                DialogInput.of("required", required),
                DialogInput.of("unique", unique),
                DialogInput.ofText("choices", choices),
                DialogInput.of("references", references, FieldForm::target),
                DialogInput.ofText("help", help),
                DialogInput.of("group", group),
                DialogInput.of("strategy", strategy, FieldForm::merge),
                DialogInput.of("adds", adds));
    }

    /// Shows a field that is there; its kind stays.
    void show(FieldDefinition field) {
        kind.setReadOnly(true);
        kind.setHelperText("For another kind, remove this field and add a new one");
        kind.setValue(field.kind());
        required.setValue(field.required());
        unique.setValue(field.unique());
        choices.setValue(String.join("\n", field.choices()));
        help.setValue(field.help());
        field.group().ifPresent(group::setValue);
        field.strategy().ifPresent(strategy::setValue);
        adds.setValue(field.adds());
        references
                .getListDataView()
                .getItems()
                .filter(type -> field.references().filter(type.name()::equals).isPresent())
                .findFirst()
                .ifPresent(references::setValue);
        fit();
    }

    private void fit() {
        choices.setVisible(WITH_CHOICES.contains(kind.getValue()));
        references.setVisible(kind.getValue() == FieldKind.REFERENCE);
        adds.setVisible(ADDING.contains(kind.getValue()));
        boolean may = !NEVER_UNIQUE.contains(kind.getValue());
        unique.setEnabled(may);
        if (!may) {
            unique.setValue(false);
        }
    }

    /// Whether everything that is needed is there; marks what is not.
    boolean isComplete() {
        boolean lacking = choices.isVisible() && lines().isEmpty();
        if (lacking) {
            choices.setErrorMessage("Expected at least one choice");
        }
        choices.setInvalid(lacking);
        return !lacking;
    }

    FieldDefinition definition(FieldName name, String label) {
        return new FieldDefinition(
                name,
                label,
                kind.getValue(),
                required.getValue(),
                unique.getValue(),
                choices.isVisible() ? lines() : List.of(),
                help.getValue().strip(),
                Optional.ofNullable(group.getValue()).filter(text -> !text.isBlank()),
                Optional.ofNullable(strategy.getValue()),
                adds.isVisible() && adds.getValue(),
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
}
