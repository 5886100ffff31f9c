package io.mergedesk.ui.records;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The records of a type as rows. Cells hold text only, whatever is in the records.
final class RecordGrid extends Grid<Entity> {

    static final String UPDATED = "$updated";
    private static final String STATUS = "$status";
    private static final String CELL =
            """
            <span class="${item.mark}" title="${item.full}">${item.text}</span>\
            <span class="cell-by" title="${item.by}" ?hidden="${!item.by}">${item.first}</span>\
            """;

    private final transient EntityType type;
    private final transient Viewer viewer;
    private final transient Titles titles;
    private final transient ShownValues values;
    private final transient CellMarks marks;

    RecordGrid(EntityType type, Viewer viewer, Titles titles) {
        this.type = type;
        this.viewer = viewer;
        this.titles = titles;
        values = new ShownValues(viewer, titles);
        marks = new CellMarks(viewer.services().clock());
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addClassName("record-grid");
        setSelectionMode(SelectionMode.SINGLE);
        setPageSize(ListState.PAGE);
        setMultiSort(false);
        setColumnReorderingAllowed(true);
        getElement().setAttribute("aria-label", type.label());
        setPartNameGenerator(row -> row.deleted() ? "gone" : null);
        type.fields().stream().filter(FilterWords::isFilterable).forEach(this::addField);
        addUpdated();
        addStatus();
        openOnEnter();
    }

    private void addField(FieldDefinition field) {
        var name = field.name();
        boolean title = Optional.of(name).equals(type.titleField());
        var renderer =
                LitRenderer.<Entity>of(CELL)
                        .withProperty("text", row -> values.of(row.values().get(name)))
                        .withProperty("full", row -> values.of(row.values().get(name)))
                        .withProperty("mark", row -> marks.className(row.id(), name))
                        .withProperty("by", row -> marks.by(row.id(), name))
                        .withProperty("first", row -> marks.by(row.id(), name).split(" ", 2)[0]);
        var column =
                addColumn(renderer)
                        .setKey(name.value())
                        .setHeader(field.label())
                        .setResizable(true)
                        .setSortable(field.kind().isSortable())
                        .setWidth(title ? "216px" : width(field.kind()))
                        .setFlexGrow(title ? 3 : 1);
        if (field.kind() == FieldKind.NUMBER || field.kind() == FieldKind.MONEY) {
            column.setTextAlign(ColumnTextAlign.END);
        }
        if (title) {
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
        addColumn(renderer)
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
        addColumn(renderer)
                .setKey(STATUS)
                .setHeader("Sync")
                .setWidth("104px")
                .setFlexGrow(0)
                .setFrozenToEnd(true);
    }

    private void openOnEnter() {
        getElement()
                .executeJs(
                        """
                        this.addEventListener('keydown', event => {
                          if (event.key === 'Enter' && !event.defaultPrevented) {
                            const item = this.getEventContext(event).item;
                            if (item) {
                              this.dispatchEvent(new CustomEvent('open-row', {detail: item.key}));
                            }
                          }
                        })\
                        """);
    }

    /// Calls back with the row that somebody wants to open, and whether they did so by keyboard.
    void onOpen(BiConsumer<Entity, Boolean> open) {
        addItemClickListener(click -> open.accept(click.getItem(), false));
        getElement()
                .addEventListener(
                        "open-row",
                        event ->
                                row(event.getEventData().path("event.detail").asString(""))
                                        .ifPresent(row -> open.accept(row, true)))
                .addEventData("event.detail");
    }

    private Optional<Entity> row(String key) {
        return Optional.ofNullable(getDataCommunicator().getKeyMapper().get(key));
    }

    /// Calls back with the order that somebody chose.
    void onSort(BiConsumer<Optional<FieldName>, Boolean> chosen) {
        addSortListener(event -> {
            if (event.isFromClient() && !event.getSortOrder().isEmpty()) {
                var order = event.getSortOrder().getFirst();
                chosen.accept(
                        field(order.getSorted().getKey()),
                        order.getDirection() == SortDirection.DESCENDING);
            } else if (event.isFromClient()) {
                var start = ListState.start(type);
                chosen.accept(start.sort(), start.descending());
            }
        });
    }

    private static Optional<FieldName> field(String key) {
        return key.equals(UPDATED) ? Optional.empty() : Optional.of(new FieldName(key));
    }

    /// Reads the list anew from its beginning.
    void show(ListState state, Consumer<List<Entity>> before) {
        var services = viewer.services();
        var pages =
                new RecordPages(
                        state.query(type.name()),
                        query -> services.entities().page(query, viewer.actor()));
        var column = getColumnByKey(state.sort().map(FieldName::value).orElse(UPDATED));
        if (column != null) {
            sort(
                    List.of(
                            new GridSortOrder<>(
                                    column,
                                    state.descending()
                                            ? SortDirection.DESCENDING
                                            : SortDirection.ASCENDING)));
        }
        var rows =
                new RecordRows(
                        pages,
                        read -> {
                            titles.prepare(read);
                            before.accept(read);
                        });
        setItems(rows).setItemCountUnknown();
    }

    /// Whether the record is among the rows that the browser has.
    boolean shows(Entity entity) {
        return getDataCommunicator().getKeyMapper().has(entity);
    }

    /// Shows a row as it is now, where it stands.
    void update(Entity entity) {
        getDataProvider().refreshItem(entity);
    }

    /// Points out for a moment who changed these cells.
    void mark(Entity entity, Iterable<FieldName> fields, String by) {
        for (var field : fields) {
            marks.add(entity.id(), List.of(field), by, entity.revision().number());
        }
    }

    /// Ends that, since I have just saved the record myself.
    void unmark(Entity entity) {
        marks.remove(entity.id());
    }

    /// Shows which record is open beside the list.
    void select(@Nullable EntityId open, Optional<Entity> entity) {
        if (open == null || entity.isEmpty()) {
            deselectAll();
        } else {
            select(entity.get());
        }
    }
}
