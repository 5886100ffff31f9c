package io.mergedesk.ui.desk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridMultiSelectionModel;
import com.vaadin.flow.component.grid.GridMultiSelectionModel.SelectAllCheckboxVisibility;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.function.SerializableConsumer;
import io.mergedesk.common.ConflictId;
import io.mergedesk.desk.ConflictStatus;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The conflicts of a list as rows. J and K move through them as the arrows do, Enter opens one.
final class ConflictGrid extends Grid<DeskRow> {

    private static final int NARROW = 760;
    private static final String KEYS =
            """
            const arrow = down => {
              const target = this.shadowRoot.activeElement;
              if (!target) {
                this.shadowRoot.querySelector('tbody [tabindex="0"]')?.focus();
              } else {
                target.dispatchEvent(new KeyboardEvent('keydown', {
                  key: down ? 'ArrowDown' : 'ArrowUp', bubbles: true, composed: true, cancelable: true}));
              }
            };
            this.addEventListener('keydown', event => {
              const [target] = event.composedPath();
              if (event.ctrlKey || event.metaKey || event.altKey || this.hasAttribute('interacting')
                  || target.closest('vaadin-button, vaadin-checkbox, thead')) {
                return;
              }
              const item = this.getEventContext(event).item;
              if (event.key === 'j' || event.key === 'k') {
                arrow(event.key === 'j');
              } else if ((event.key === 'Enter' || event.key === 'h') && item) {
                this.dispatchEvent(new CustomEvent(event.key === 'h' ? 'handle-row' : 'open-row',
                    {detail: item.key}));
              } else {
                return;
              }
              event.preventDefault();
              event.stopPropagation();
            }, true);
            this.addEventListener('shell-key', () => arrow(true));
            this.addEventListener('back-key', () => arrow(false));\
            """;

    private final ConflictStatus status;
    private transient @Nullable DeskPages pages;

    ConflictGrid(ConflictStatus status) {
        this.status = status;
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        addClassName("conflict-grid");
        setPageSize(DeskState.PAGE);
        getElement().setAttribute("aria-label", DeskWords.of(status));
        getElement().setAttribute("data-key", "j");
        getElement().executeJs(KEYS);
    }

    /// @param handle empty where only to be looked at
    void build(RowWords words, Optional<SerializableConsumer<DeskRow>> handle) {
        boolean choosing = status == ConflictStatus.OPEN && handle.isPresent();
        setSelectionMode(choosing ? SelectionMode.MULTI : SelectionMode.NONE);
        if (getSelectionModel() instanceof GridMultiSelectionModel<DeskRow> many) {
            many.setSelectAllCheckboxVisibility(SelectAllCheckboxVisibility.HIDDEN);
        }
        new ConflictColumns(this, words, status).add(handle.isPresent(), handle.orElse(_ -> {}));
        onRow("handle-row", row -> handle.ifPresent(it -> it.accept(row)));
    }

    /// Calls back with the row that somebody wants to open.
    void onOpen(Consumer<DeskRow> open) {
        addItemClickListener(click -> open.accept(click.getItem()));
        onRow("open-row", open);
    }

    private void onRow(String event, Consumer<DeskRow> listener) {
        getElement()
                .addEventListener(
                        event,
                        fired ->
                                row(fired.getEventData().path("event.detail").asString(""))
                                        .ifPresent(listener))
                .addEventData("event.detail");
    }

    private Optional<DeskRow> row(String key) {
        return Optional.ofNullable(getDataCommunicator().getKeyMapper().get(key));
    }

    void show(DeskPages shown) {
        pages = shown;
        setItems(shown).setItemCountUnknown();
    }

    /// Reads the list anew where the reader is: place, selection and focus stay.
    void readAnew() {
        if (pages != null) {
            pages.readAnew();
        }
    }

    /// The row of a conflict, when it is among those that the browser has.
    Optional<DeskRow> shown(ConflictId id) {
        return Optional.ofNullable(pages)
                .flatMap(handed -> handed.row(id))
                .filter(row -> getDataCommunicator().getKeyMapper().has(row));
    }

    /// Shows a row as it is now, where it stands.
    void update(DeskRow row) {
        getDataProvider().refreshItem(row);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        var page = event.getUI().getPage();
        fit(page.getExtendedClientDetails().getWindowInnerWidth());
        var resized = page.addBrowserWindowResizeListener(change -> fit(change.getWidth()));
        addDetachListener(detached -> {
            resized.remove();
            detached.unregisterListener();
        });
    }

    /// Where there is no room for columns, a row is a card.
    private void fit(int width) {
        boolean narrow = width > 0 && width < NARROW;
        getColumns()
                .forEach(column ->
                        column.setVisible(
                                ConflictColumns.HANDLE.equals(column.getKey())
                                        || narrow == ConflictColumns.CARD.equals(column.getKey())));
    }
}
