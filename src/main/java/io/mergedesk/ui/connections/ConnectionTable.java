package io.mergedesk.ui.connections;

import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Rows that stay where they are while their figures change: only what came or went is added or
/// removed.
///
/// @param <T> what a row shows
/// @param <R> the row
final class ConnectionTable<T, R extends NativeTableRow> extends NativeTable {

    private final transient Function<T, Object> key;
    private final transient Function<T, R> maker;
    private final Map<Object, R> rows = new HashMap<>();

    /// @param columns what stands above them; empty where the column needs no words
    ConnectionTable(
            String label, List<String> columns, Function<T, Object> key, Function<T, R> maker) {
        this.key = key;
        this.maker = maker;
        addClassName("connections");
        getElement().setAttribute("aria-label", label);
        var head = new NativeTableRow();
        for (var column : columns) {
            var cell = new NativeTableHeaderCell(column);
            if (column.isEmpty()) {
                cell.getElement().setAttribute("aria-label", "Actions");
            }
            head.add(cell);
        }
        getHead().add(head);
    }

    void show(List<T> all, BiConsumer<R, T> update) {
        var wanted = all.stream().map(key).toList();
        rows.entrySet()
                .removeIf(entry -> {
                    boolean gone = !wanted.contains(entry.getKey());
                    if (gone) {
                        getBody().remove(entry.getValue());
                    }
                    return gone;
                });
        for (var one : all) {
            var id = key.apply(one);
            if (!rows.containsKey(id)) {
                var row = maker.apply(one);
                rows.put(id, row);
                getBody().add(row);
            }
            update.accept(Objects.requireNonNull(rows.get(id)), one);
        }
        setVisible(!all.isEmpty());
    }
}
