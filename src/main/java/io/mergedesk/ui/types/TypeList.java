package io.mergedesk.ui.types;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.shell.PageHeader;
import java.util.List;
import java.util.stream.Collectors;

/// All types, with what they hold.
final class TypeList extends Div {

    private static final int MOST_NAMED = 5;

    TypeList(List<EntityType> types, Runnable create) {
        addClassName("type-list");
        var add = new Button("New type", _ -> create.run());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var header = new PageHeader("Types").withActions(add);
        header.setNote("which records there are, and which fields they have");
        add(header, types.isEmpty() ? nothing() : table(types));
    }

    private static Paragraph nothing() {
        var words =
                new Paragraph(
                        "There are no types yet. Define the first one, such as Contacts, and its records can be created and imported.");
        words.addClassNames("card", "no-types");
        return words;
    }

    private static Div table(List<EntityType> types) {
        var table = new NativeTable();
        table.addClassName("type-table");
        table.getHead()
                .add(
                        new NativeTableRow(
                                new NativeTableHeaderCell("Type"),
                                new NativeTableHeaderCell("Fields"),
                                new NativeTableHeaderCell("When edits collide")));
        types.forEach(type -> table.getBody().add(row(type)));
        var card = new Div(table);
        card.addClassName("card");
        return card;
    }

    private static NativeTableRow row(EntityType type) {
        var link = new Anchor("types/" + type.name(), type.label());
        var name = new Span(type.name().value());
        name.addClassName("program-name");
        return new NativeTableRow(
                new NativeTableCell(link, name),
                new NativeTableCell(new Span(fields(type))),
                new NativeTableCell(new Span(TypeWords.of(type.definition().strategy()))));
    }

    private static String fields(EntityType type) {
        var fields = type.fields();
        var named =
                fields.stream()
                        .limit(MOST_NAMED)
                        .map(FieldDefinition::label)
                        .collect(Collectors.joining(", "));
        return fields.size() + ": " + named + (fields.size() > MOST_NAMED ? " …" : "");
    }
}
