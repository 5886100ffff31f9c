package io.mergedesk.ui.records;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.Reading;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.Filter;
import io.mergedesk.ui.fields.FieldEditor;
import io.mergedesk.ui.fields.FieldEditors;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Builds one filter: a field, a comparison in words, a value in the field's own kind of input.
final class FilterEditor extends Popover {

    private final transient FieldEditors editors;
    private final transient Consumer<Filter> add;
    private final ComboBox<FieldDefinition> field = new ComboBox<>("Field");
    private final Select<Filter.Operator> operator = new Select<>();
    private final Div value = new Div();
    private transient @Nullable FieldEditor editor;

    FilterEditor(EntityType type, FieldEditors editors, Consumer<Filter> add) {
        this.editors = editors;
        this.add = add;
        setPosition(PopoverPosition.BOTTOM_START);
        setModal(true);
        setAriaLabel("Add a filter");
        field.setItems(type.fields().stream().filter(FilterWords::isFilterable).toList());
        field.setItemLabelGenerator(FieldDefinition::label);
        field.addValueChangeListener(_ -> offer());
        operator.setLabel("Comparison");
        operator.setItemLabelGenerator(one ->
                FilterWords.of(
                        one,
                        Optional.ofNullable(field.getValue())
                                .map(FieldDefinition::kind)
                                .orElse(FieldKind.TEXT)));
        operator.addValueChangeListener(_ -> showValue());
        var apply = new Button("Add filter", _ -> apply());
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var form = new Div(field, operator, value, apply);
        form.addClassName("filter-form");
        // what was typed last is only sent when the input loses the focus
        Shortcuts.addShortcutListener(form, this::apply, Key.ENTER)
                .listenOn(form)
                .resetFocusOnActiveElement();
        add(form);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                field.clear();
                field.focus();
            }
        });
        offer();
    }

    private void offer() {
        var chosen = field.getValue();
        operator.setVisible(chosen != null);
        value.removeAll();
        if (chosen != null) {
            var offered = FilterWords.operators(chosen.kind());
            operator.setItems(offered);
            operator.setValue(offered.getFirst());
            showValue();
        }
    }

    private void showValue() {
        value.removeAll();
        editor = null;
        var chosen = field.getValue();
        var compared = operator.getValue();
        if (chosen == null || compared == null || !compared.needsValue()) {
            return;
        }
        editor = editors.of(plain(chosen, compared));
        // an amount without a currency is one of the usual currency, as in a form
        editor.onEdit(() -> {});
        value.add(editor.component());
    }

    /// The field as it is compared: one of several choices, the beginning of a text.
    private static FieldDefinition plain(FieldDefinition field, Filter.Operator operator) {
        var kind = operator == Filter.Operator.STARTS ? FieldKind.TEXT : FilterWords.kindOf(field);
        var plain = FieldDefinition.of(field.name(), "Value", kind).choosing(field.choices());
        return field.references().map(plain::referringTo).orElse(plain);
    }

    private void apply() {
        if (!isOpened()) {
            // Enter on the button is both a key and a click
            return;
        }
        var chosen = field.getValue();
        var compared = operator.getValue();
        if (chosen == null || compared == null) {
            field.focus();
            return;
        }
        if (!compared.needsValue()) {
            finish(new Filter(chosen.name(), compared, null));
        } else if (editor != null) {
            var kind = plain(chosen, compared).kind();
            switch (FieldText.read(kind, editor.text())) {
                case Reading.Value(var read) -> finish(new Filter(chosen.name(), compared, read));
                case Reading.Nothing _ -> editor.complain("Expected a value");
                case Reading.Wrong(var expected) -> editor.complain("Expected " + expected);
            }
        }
    }

    private void finish(Filter filter) {
        close();
        add.accept(filter);
    }
}
