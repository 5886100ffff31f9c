package io.mergedesk.ui.records;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.SortDirection;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.RecordPages;
import io.mergedesk.ui.fields.ShownValues;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The records of a type as rows. Cells hold text only, whatever is in the records.
final class RecordGrid extends Grid<Entity> {

    private final transient EntityType type;
    private final transient Viewer viewer;
    private final transient Titles titles;
    private final transient CellMarks marks;
    private transient @Nullable RecordRows rows;
    private transient Consumer<Boolean> complete = _ -> {};

    RecordGrid(EntityType type, Viewer viewer, Titles titles) {
        this.type = type;
        this.viewer = viewer;
        this.titles = titles;
        marks = new CellMarks(viewer.services().clock());
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addClassName("record-grid");
        setSelectionMode(SelectionMode.SINGLE);
        setPageSize(ListState.PAGE);
        setMultiSort(false);
        setColumnReorderingAllowed(true);
        getElement().setAttribute("aria-label", type.label());
        setPartNameGenerator(row -> row.deleted() ? "gone" : null);
        new RecordColumns(this, viewer, new ShownValues(viewer, titles), marks).add(type);
        openOnEnter();
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

    private Optional<FieldName> field(String key) {
        return switch (key) {
            case RecordColumns.UPDATED -> Optional.empty();
            case RecordColumns.CARD -> type.titleField();
            default -> Optional.of(new FieldName(key));
        };
    }

    /// Calls back with every page that is read: whether it is all that was asked for. If not, more
    /// may come when it is asked for again.
    void onRead(Consumer<Boolean> listener) {
        complete = listener;
    }

    /// Shows another list, from its beginning.
    void show(ListState state) {
        var services = viewer.services();
        var column =
                getColumnByKey(state.sort().map(FieldName::value).orElse(RecordColumns.UPDATED));
        if (column != null) {
            sort(
                    List.of(
                            new GridSortOrder<>(
                                    column,
                                    state.descending()
                                            ? SortDirection.DESCENDING
                                            : SortDirection.ASCENDING)));
        }
        var pages =
                new RecordPages(
                        state.query(type.name()),
                        query -> services.entities().page(query, viewer.actor()),
                        services.clock());
        rows = new RecordRows(pages, titles::prepare, all -> complete.accept(all));
        setItems(rows).setItemCountUnknown();
    }

    /// Reads the list anew where the reader is: place, selection and focus stay.
    void readAnew() {
        if (rows != null) {
            rows.readAnew();
        }
    }

    /// Asks once more for what was not complete.
    void readOn() {
        if (rows != null) {
            rows.refreshAll();
        }
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
}
