package io.mergedesk.ui.records;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.page.WebStorage;
import io.mergedesk.common.UserId;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which columns a list has, in which order and how wide: chosen by each person, remembered by
/// their browser.
final class ColumnChoice extends MenuBar {

    private static final int FIRST = 6;
    private static final int NARROW = 600;

    private final RecordGrid grid;
    private final String place;
    private final Set<String> visible = new LinkedHashSet<>();
    private final Map<String, String> widths = new HashMap<>();
    private boolean narrow;

    ColumnChoice(RecordGrid grid, EntityType type, UserId account) {
        this.grid = grid;
        place = "mergedesk.columns." + account + "." + type.name();
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        addClassName("quiet-menu");
        type.fields().stream()
                .filter(FilterWords::isFilterable)
                .limit(FIRST)
                .forEach(field -> visible.add(field.name().value()));
        apply();
        build();
        grid.addColumnResizeListener(event -> {
            widths.put(event.getResizedColumn().getKey(), event.getResizedColumn().getWidth());
            remember();
        });
        WebStorage.getItem(place, this::recall);
    }

    private void build() {
        removeAll();
        var root = addItem("Columns");
        for (var column : choosable()) {
            var item = root.getSubMenu().addItem(column.getHeaderText());
            item.setCheckable(true);
            item.setKeepOpen(true);
            item.setChecked(visible.contains(column.getKey()));
            item.addClickListener(_ -> choose(column.getKey(), item.isChecked()));
        }
    }

    private List<Grid.Column<Entity>> choosable() {
        return grid.getColumns().stream()
                .filter(column ->
                        !column.isFrozenToEnd() && !RecordColumns.CARD.equals(column.getKey()))
                .toList();
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
        narrow = width > 0 && width < NARROW;
        setVisible(!narrow);
        apply();
    }

    private void choose(String key, boolean shown) {
        if (shown) {
            visible.add(key);
        } else {
            visible.remove(key);
        }
        apply();
        remember();
    }

    private void apply() {
        grid.getColumns().stream()
                .filter(column -> RecordColumns.CARD.equals(column.getKey()))
                .forEach(card -> card.setVisible(narrow));
        for (var column : choosable()) {
            column.setVisible(!narrow && visible.contains(column.getKey()));
            var width = widths.get(column.getKey());
            if (width != null) {
                column.setWidth(width).setFlexGrow(0);
            }
        }
    }

    /// `name,phone=180px,city`: the columns shown, some with a width.
    private void remember() {
        var text =
                visible.stream()
                        .map(key -> widths.containsKey(key) ? key + "=" + widths.get(key) : key)
                        .collect(Collectors.joining(","));
        WebStorage.setItem(place, text);
    }

    private void recall(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        visible.clear();
        for (var part : Arrays.asList(text.split(",", -1))) {
            var pair = part.split("=", 2);
            visible.add(pair[0]);
            if (pair.length == 2 && pair[1].matches("\\d+(\\.\\d+)?px")) {
                widths.put(pair[0], pair[1]);
            }
        }
        apply();
        build();
    }
}
