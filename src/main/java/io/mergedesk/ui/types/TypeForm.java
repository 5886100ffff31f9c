package io.mergedesk.ui.types;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.conflicts.Strictness;
import io.mergedesk.entities.Violation;
import io.mergedesk.ui.shell.BrowserDrafts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// What a type is called, and what happens when edits of its records collide.
final class TypeForm extends Div {

    private final TextField label =
            BrowserDrafts.named("label", new TextField("What they are called"));
    private final TextField singular =
            BrowserDrafts.named("singular", new TextField("What one is called"));
    private final Select<MergeStrategy> strategy = new Select<>();
    private final Select<Strictness> strictness = new Select<>();

    TypeForm(Consumer<UnaryOperator<TypeDraft>> edit) {
        addClassNames("card", "type-head");
        strategy.setLabel("When edits collide");
        strategy.setItems(
                MergeStrategy.FIELD_LEVEL_MERGE,
                MergeStrategy.LAST_WRITE_WINS,
                MergeStrategy.MANUAL);
        strategy.setItemLabelGenerator(TypeWords::of);
        strictness.setLabel("Joined without asking");
        strictness.setItems(Strictness.VALUE, Strictness.FIELD, Strictness.ENTITY);
        strictness.setItemLabelGenerator(TypeWords::of);
        for (var field : List.of(label, singular)) {
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(event -> {
                if (event.isFromClient()) {
                    field.setInvalid(false);
                    edit.accept(draft -> draft.called(label.getValue(), singular.getValue()));
                }
            });
        }
        strategy.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                edit.accept(draft -> draft.merging(event.getValue()));
            }
        });
        strictness.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                edit.accept(draft -> draft.joining(event.getValue()));
            }
        });
        add(label, singular, strategy, strictness);
    }

    void show(TypeDraft shown) {
        label.setInvalid(false);
        singular.setInvalid(false);
        label.setValue(shown.mine().label());
        singular.setValue(shown.mine().singular());
        strategy.setValue(shown.mine().strategy());
        strictness.setValue(shown.mine().strictness());
    }

    /// Marks what is wrong here, and returns the rest.
    List<Violation> mark(List<Violation> violations) {
        var rest = new ArrayList<Violation>();
        for (var violation : violations) {
            switch (violation.field()) {
                case "label" -> mark(label, violation.message());
                case "singular" -> mark(singular, violation.message());
                default -> rest.add(violation);
            }
        }
        return rest;
    }

    private static void mark(TextField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
    }
}
