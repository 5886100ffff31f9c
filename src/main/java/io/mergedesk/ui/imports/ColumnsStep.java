package io.mergedesk.ui.imports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableConsumer;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.transfer.Column;
import io.mergedesk.transfer.ImportFile;
import io.mergedesk.transfer.ImportPlan;
import io.mergedesk.transfer.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Second: which column goes where, and how rows find the records they mean.
final class ColumnsStep extends Div {

    private record Key(String label, Optional<FieldName> field) {}

    private static final Key NO_KEY = new Key("None: every row is a new record", Optional.empty());

    private final transient ImportPlan suggested;
    private final List<Column> columns;
    private final List<ColumnRow> rows = new ArrayList<>();
    private final Select<Key> key = new Select<>();

    ColumnsStep(
            ImportFile file,
            Proposal proposal,
            Optional<EntityType> type,
            NewFields newFields,
            Runnable back,
            SerializableConsumer<ImportPlan> next) {
        this.suggested = proposal.plan();
        this.columns = file.columns();
        addClassNames("card", "import-card");
        for (var column : columns) {
            rows.add(new ColumnRow(column, suggested, type, newFields.of(column), this::offerKeys));
        }
        key.setLabel("Match rows to records by");
        key.setItemLabelGenerator(Key::label);
        key.setHelperText("A row whose value is known changes that record");
        key.addClassName("import-key");
        offerKeys();
        key.setValue(keyOf(suggested.key()));
        var list = new Div();
        list.addClassName("import-columns");
        rows.forEach(list::add);
        var check = new Button("Check", _ -> next.accept(plan()));
        check.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(new Button("Back", _ -> back.run()), check);
        actions.addClassName("import-actions");
        add(new H2(file.name()), about(file, proposal.remembered()), key, list, actions);
    }

    /// What a column would become as a field of its own; empty where the person may not add fields.
    @FunctionalInterface
    interface NewFields {
        Optional<io.mergedesk.transfer.ColumnTarget.Added> of(Column column);
    }

    ImportPlan plan() {
        return chosen().keyedBy(Optional.ofNullable(key.getValue()).flatMap(Key::field));
    }

    private ImportPlan chosen() {
        var plan = suggested;
        for (var row : rows) {
            plan = row.in(plan);
        }
        return plan;
    }

    private void offerKeys() {
        var chosen = Optional.ofNullable(key.getValue()).flatMap(Key::field);
        var plan = chosen();
        var keys = new ArrayList<Key>();
        keys.add(NO_KEY);
        for (var column : columns) {
            plan.fieldOf(column.index())
                    .ifPresent(field -> keys.add(new Key(column.header(), Optional.of(field))));
        }
        key.setItems(keys);
        key.setValue(keyOf(chosen));
    }

    private Key keyOf(Optional<FieldName> field) {
        return key.getListDataView()
                .getItems()
                .filter(one -> one.field().equals(field))
                .findFirst()
                .orElse(NO_KEY);
    }

    private static Paragraph about(ImportFile file, boolean remembered) {
        var text =
                new Span(
                        "%s rows, %d columns. %s."
                                .formatted(
                                        String.format(Locale.ENGLISH, "%,d", file.rows()),
                                        file.columns().size(),
                                        file.dialect()));
        var about = new Paragraph(text);
        if (file.ragged() > 0) {
            about.add(
                    new Span(
                            " %,d rows do not fit the header; the check names them."
                                    .formatted(file.ragged())));
        }
        if (remembered) {
            about.add(
                    new Span(" The columns go where they went in the last import of such a file."));
        }
        about.addClassNames("soft", "import-about");
        return about;
    }
}
