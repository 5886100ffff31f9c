package io.mergedesk.ui.types;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.entities.Violation;
import io.mergedesk.ui.shell.KindWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// The fields of a type in their order, and below them the removed ones.
final class FieldList extends Div implements FieldRow.Actions {

    private final transient Consumer<UnaryOperator<TypeDraft>> edit;
    private final transient Supplier<List<EntityType>> types;
    private final transient KeptField kept;
    private final OrderedList list = new OrderedList();
    private final Div removed = new Div();
    private final transient Map<FieldName, FieldRow> rows = new LinkedHashMap<>();
    private transient Optional<TypeDraft> shown = Optional.empty();
    private Optional<FieldDialog> dialog = Optional.empty();

    FieldList(
            Consumer<UnaryOperator<TypeDraft>> edit,
            Supplier<List<EntityType>> types,
            KeptField kept) {
        this.edit = edit;
        this.types = types;
        this.kept = kept;
        addClassNames("card", "field-card");
        var head = new Div(new H2("Fields"), new Button("Add field", _ -> add()));
        head.addClassName("field-card-head");
        list.addClassName("field-list");
        removed.addClassName("removed-fields");
        add(head, list, removed);
    }

    void show(TypeDraft draft) {
        shown = Optional.of(draft);
        list.removeAll();
        rows.clear();
        var fields = draft.fields();
        for (int i = 0; i < fields.size(); i++) {
            var field = fields.get(i);
            var row = new FieldRow(field, this, i > 0, i < fields.size() - 1);
            rows.put(field.name(), row);
            list.add(row);
        }
        if (fields.isEmpty()) {
            list.add(new ListItem(new Paragraph("No fields yet: a type needs at least one.")));
        }
        showRemoved(draft.removed());
    }

    /// Marks what is wrong at its field, and returns the rest.
    List<Violation> mark(List<Violation> violations) {
        var rest = new ArrayList<Violation>();
        for (var violation : violations) {
            rows.values().stream()
                    .filter(row -> row.name().value().equals(violation.field()))
                    .findFirst()
                    .ifPresentOrElse(
                            row -> row.mark(violation.message()), () -> rest.add(violation));
        }
        return rest;
    }

    @Override
    public void move(FieldName name, int by) {
        edit.accept(draft -> draft.moved(name, by));
        row(name).ifPresent(row -> row.focusMove(by));
    }

    @Override
    public void change(FieldDefinition field) {
        open(Optional.of(field), Map.of());
    }

    @Override
    public void remove(FieldDefinition field) {
        if (shown.filter(draft -> draft.isNew(field.name())).isPresent()) {
            edit.accept(draft -> draft.without(field.name()));
            return;
        }
        new ConfirmDialog(
                        "Remove " + field.label() + "?",
                        "It disappears from forms and lists once you save. Its values stay in the history, and it can be brought back.",
                        "Remove",
                        _ -> edit.accept(draft -> draft.without(field.name())),
                        "Keep",
                        _ -> {})
                .open();
    }

    private void add() {
        open(Optional.empty(), Map.of());
    }

    /// Opens the dialog again that was open when the page was left. One of a field that is gone
    /// meanwhile makes a new one of it.
    void bringBack() {
        shown.ifPresent(draft ->
                kept.find()
                        .ifPresent(found ->
                                open(
                                        draft.fields().stream()
                                                .filter(field ->
                                                        found.field()
                                                                .filter(field.name()::equals)
                                                                .isPresent())
                                                .findFirst(),
                                        found.texts())));
    }

    private void open(Optional<FieldDefinition> field, Map<String, String> typed) {
        shown.ifPresent(draft -> {
            dialog =
                    Optional.of(
                            new FieldDialog(field, draft, types.get(), kept, typed, this::finish));
            dialog.get().open();
        });
    }

    private void finish(FieldDefinition field) {
        edit.accept(draft -> draft.withField(field));
        row(field.name()).ifPresent(FieldRow::focusEdit);
    }

    /// A dialog stands on the page, not in this list: it must not stay over another screen.
    @Override
    protected void onDetach(DetachEvent event) {
        dialog.ifPresent(Dialog::close);
        super.onDetach(event);
    }

    private Optional<FieldRow> row(FieldName name) {
        return Optional.ofNullable(rows.get(name));
    }

    private void showRemoved(List<FieldDefinition> fields) {
        removed.removeAll();
        removed.setVisible(!fields.isEmpty());
        var all = new UnorderedList();
        for (var field : fields) {
            var back =
                    new Button(
                            "Bring back", _ -> edit.accept(draft -> draft.withBack(field.name())));
            back.setAriaLabel("Bring back " + field.label());
            back.addThemeVariants(ButtonVariant.LUMO_SMALL);
            all.add(
                    new ListItem(
                            new Span(field.label() + " · " + KindWords.of(field.kind())), back));
        }
        removed.add(new H2("Removed fields"), all);
    }
}
