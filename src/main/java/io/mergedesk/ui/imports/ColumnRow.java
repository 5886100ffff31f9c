package io.mergedesk.ui.imports;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.transfer.CellFormat;
import io.mergedesk.transfer.Column;
import io.mergedesk.transfer.ColumnTarget;
import io.mergedesk.transfer.ImportPlan;
import io.mergedesk.ui.shell.KindWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One column of the file: what is in it, and where it goes.
final class ColumnRow extends Div {

    /// A place where a column can go, as people call it.
    record Choice(String label, ColumnTarget target) {}

    private final Column column;
    private final ComboBox<Choice> goesTo = new ComboBox<>();
    private final Select<FieldKind> kind = new Select<>();
    private final Select<CellFormat> format = new Select<>();
    private final Span reading = new Span();
    private final transient ImportPlan suggested;

    ColumnRow(
            Column column,
            ImportPlan suggested,
            Optional<EntityType> type,
            Optional<ColumnTarget.Added> added,
            Runnable changed) {
        this.column = column;
        this.suggested = suggested;
        var target = suggested.targets().get(column.index());
        addClassName("import-column");
        var choices = choices(type, added);
        goesTo.setItems(choices);
        goesTo.setItemLabelGenerator(Choice::label);
        goesTo.setAriaLabel("Column " + column.header() + " goes to");
        goesTo.setRequired(true);
        goesTo.setValue(
                choices.stream()
                        .filter(choice -> choice.target().getClass() == target.getClass())
                        .filter(choice ->
                                !(target instanceof ColumnTarget.Existing)
                                        || choice.target().equals(target))
                        .findFirst()
                        .orElse(choices.getFirst()));
        kind.setItems(kinds(column));
        kind.setItemLabelGenerator(KindWords::of);
        kind.setAriaLabel("Kind of the new field " + column.header());
        kind.setValue(column.kind());
        format.setItemLabelGenerator(CellFormat::words);
        format.setAriaLabel("How the column " + column.header() + " is read");
        format.addClassName("import-format");
        goesTo.addValueChangeListener(_ -> {
            refresh(type);
            changed.run();
        });
        kind.addValueChangeListener(_ -> {
            refresh(type);
            changed.run();
        });
        reading.addClassNames("soft", "small");
        var place = new Div(goesTo, kind, format, reading);
        place.addClassName("import-place");
        add(what(), place);
        refresh(type);
    }

    ColumnTarget target() {
        var choice = goesTo.getValue();
        if (choice == null) {
            return new ColumnTarget.Ignored();
        }
        return choice.target() instanceof ColumnTarget.Added added
                ? added.ofKind(Optional.ofNullable(kind.getValue()).orElse(added.kind()))
                : choice.target();
    }

    /// The plan with what was chosen here.
    ImportPlan in(ImportPlan plan) {
        var changed = plan.with(column.index(), target());
        return format.isVisible() && format.getValue() != null
                ? changed.reading(column.index(), format.getValue())
                : changed;
    }

    private void refresh(Optional<EntityType> type) {
        var target = target();
        kind.setVisible(target instanceof ColumnTarget.Added);
        setClassName("ignored", target instanceof ColumnTarget.Ignored);
        var readAs = kindOf(target, type);
        var alternatives = readAs.map(column::alternativesFor).orElse(List.of());
        format.setVisible(!alternatives.isEmpty());
        if (!alternatives.isEmpty()) {
            format.setItems(alternatives);
            format.setValue(suggested.formatOf(column, readAs.orElseThrow()));
        }
        var words =
                target instanceof ColumnTarget.BaseRevision
                        ? "merges with later changes"
                        : readAs.map(one -> column.formatFor(one).words())
                                .filter(text -> !text.isEmpty())
                                .map(text -> "read as " + text)
                                .orElse("");
        reading.setText(words);
        reading.setVisible(!words.isEmpty() && alternatives.isEmpty());
    }

    private static Optional<FieldKind> kindOf(ColumnTarget target, Optional<EntityType> type) {
        return switch (target) {
            case ColumnTarget.Existing(var field) ->
                    type.flatMap(one -> one.field(field)).map(FieldDefinition::kind);
            case ColumnTarget.Added added -> Optional.of(added.kind());
            case ColumnTarget.Ignored _, ColumnTarget.Id _, ColumnTarget.BaseRevision _ ->
                    Optional.empty();
        };
    }

    private Div what() {
        var header = new Span(column.header());
        header.addClassName("import-header");
        var samples =
                new Span(
                        column.samples().isEmpty()
                                ? "empty"
                                : String.join(" · ", column.samples()));
        samples.addClassNames("soft", "small", "import-samples");
        var what = new Div(header, samples);
        what.addClassName("import-what");
        return what;
    }

    private static List<Choice> choices(
            Optional<EntityType> type, Optional<ColumnTarget.Added> added) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("Leave out", new ColumnTarget.Ignored()));
        added.ifPresent(one -> choices.add(new Choice("New field", one)));
        type.ifPresent(one -> {
            one.fields()
                    .forEach(field ->
                            choices.add(
                                    new Choice(
                                            field.label(),
                                            new ColumnTarget.Existing(field.name()))));
            choices.add(new Choice("Record id", new ColumnTarget.Id()));
            choices.add(new Choice("Revision when exported", new ColumnTarget.BaseRevision()));
        });
        return choices;
    }

    /// Choice only where the different values are known; a person or a reference only where ids
    /// are.
    private static List<FieldKind> kinds(Column column) {
        var kinds = new ArrayList<FieldKind>();
        for (var kind : FieldKind.values()) {
            boolean fits =
                    switch (kind) {
                        case CHOICE, CHOICES -> !column.choices().isEmpty();
                        case REFERENCE -> column.kind() == FieldKind.REFERENCE;
                        case PERSON -> false;
                        default -> true;
                    };
            if (fits) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
