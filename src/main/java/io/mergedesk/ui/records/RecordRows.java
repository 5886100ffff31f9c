package io.mergedesk.ui.records;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.mergedesk.entities.Entity;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The rows of a grid; a row stays the same one when its record changes.
final class RecordRows extends AbstractBackEndDataProvider<Entity, Void> {

    private final transient RecordPages pages;
    private final transient Consumer<List<Entity>> before;

    /// @param before sees each page before it is shown
    RecordRows(RecordPages pages, Consumer<List<Entity>> before) {
        this.pages = pages;
        this.before = before;
    }

    @Override
    public Object getId(Entity row) {
        return row.id();
    }

    @Override
    protected Stream<Entity> fetchFromBackEnd(Query<Entity, Void> query) {
        var rows = pages.rows(query.getOffset(), query.getLimit());
        before.accept(rows);
        return rows.stream();
    }

    @Override
    protected int sizeInBackEnd(Query<Entity, Void> query) {
        throw new IllegalStateException("expected a list of unknown size: counting is too slow");
    }
}
