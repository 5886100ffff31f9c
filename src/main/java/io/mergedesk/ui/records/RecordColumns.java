package io.mergedesk.ui.records;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Viewer;
import java.util.Optional;

/// The columns of a list: one for each field, the last change, the status. Cells hold text only,
/// whatever is in the records.
record RecordColumns(RecordGrid grid, Viewer viewer, ShownValues values, CellMarks marks) {

    static final String UPDATED = "$updated";
    static final String CARD = "$card";
    private static final String STATUS = "$status";
    private static final String CELL =
            """
            <span class="${item.mark}" title="${item.full}">${item.text}</span>\
            <span class="cell-by" title="${item.by}" ?hidden="${!item.by}">${item.first}</span>\
            """;

    /// The same, with those who have the record open.
    private static final String LEAD =
            """
            <div class="cell-line">
              <span class="cell-text">%s</span>
              <row-people record="${item.record}"></row-people>
            </div>
            """
                    .formatted(CELL);

    void add(EntityType type) {
        var fields = type.fields().stream().filter(FilterWords::isFilterable).toList();
        var title =
                type.titleField().or(() -> fields.stream().map(FieldDefinition::name).findFirst());
        fields.forEach(field -> addField(field, Optional.of(field.name()).equals(title)));
        addCard(type);
        addUpdated();
        addStatus();
    }

    /// All of a record in one cell, for screens that have no room for columns.
    private void addCard(EntityType type) {
        var card = new RowCard(type, values, marks);
        grid.addColumn(card.renderer())
                .setKey(CARD)
                .setHeader(card.header())
                .setSortable(type.titleField().isPresent())
                .setFlexGrow(1)
                .setVisible(false);
    }

    private void addField(FieldDefinition field, boolean title) {
        var name = field.name();
        var renderer =
                LitRenderer.<Entity>of(title ? LEAD : CELL)
                        .withProperty("text", row -> values.of(row.values().get(name)))
                        .withProperty("full", row -> values.of(row.values().get(name)))
                        .withProperty("mark", row -> marks.className(row.id(), name))
                        .withProperty("by", row -> marks.by(row.id(), name))
                        .withProperty("first", row -> marks.by(row.id(), name).split(" ", 2)[0]);
        var column =
                grid.addColumn(renderer)
                        .setKey(name.value())
                        .setHeader(field.label())
                        .setResizable(true)
                        .setSortable(field.kind().isSortable())
                        .setWidth(title ? "200px" : width(field.kind()))
                        .setFlexGrow(title ? 3 : 1);
        if (field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.MONEY) {
            column.setTextAlign(ColumnTextAlign.END);
        }
        if (title) {
            renderer.withProperty("record", row -> row.id().toString());
            column.setPartNameGenerator(_ -> "title-cell");
        }
    }

    private static String width(FieldKind kind) {
        return switch (kind) {
            case YES_NO -> "96px";
            case DATE, CHOICE, NUMBER -> "124px";
            case MONEY, PERSON -> "144px";
            case TEXT -> "136px";
            case LONG_TEXT, DATE_TIME, CHOICES, EMAIL, URL, REFERENCE -> "168px";
        };
    }

    private void addUpdated() {
        var renderer =
                LitRenderer.<Entity>of("<span class=\"soft\">${item.at} · ${item.by}</span>")
                        .withProperty("at", row -> values.time(row.updatedAt()))
                        .withProperty("by", row -> viewer.services().names().of(row.updatedBy()));
        grid.addColumn(renderer)
                .setKey(UPDATED)
                .setHeader("Last change")
                .setResizable(true)
                .setSortable(true)
                .setWidth("216px")
                .setFlexGrow(0);
    }

    private void addStatus() {
        var renderer =
                LitRenderer.<Entity>of(
                                "<span class=\"badge badge-${item.status}\">${item.status}</span>")
                        .withProperty(
                                "status",
                                row -> row.deleted() ? "deleted" : row.status().wireName());
        grid.addColumn(renderer)
                .setKey(STATUS)
                .setHeader("Sync")
                .setWidth("100px")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
    }
}
