package io.mergedesk.ui.records;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.mergedesk.entities.Entity;
import io.mergedesk.ui.fields.RecordPages;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The rows of a grid; a row stays the same one when its record changes.
final class RecordRows extends AbstractBackEndDataProvider<Entity, Void> {

    private final transient RecordPages pages;
    private final transient Consumer<List<Entity>> before;
    private final transient Consumer<Boolean> complete;

    /// @param before sees each page before it is shown
    /// @param complete is told with each page whether it is all that was asked for
    RecordRows(RecordPages pages, Consumer<List<Entity>> before, Consumer<Boolean> complete) {
        this.pages = pages;
        this.before = before;
        this.complete = complete;
    }

    @Override
    public Object getId(Entity row) {
        return row.id();
    }

    @Override
    protected Stream<Entity> fetchFromBackEnd(Query<Entity, Void> query) {
        var found = pages.rows(query.getOffset(), query.getLimit());
        before.accept(found.rows());
        complete.accept(found.complete());
        return found.rows().stream();
    }

    /// Reads what is shown once more, where it is.
    void readAnew() {
        pages.forget();
        refreshAll();
    }

    @Override
    protected int sizeInBackEnd(Query<Entity, Void> query) {
        throw new IllegalStateException("expected a list of unknown size: counting is too slow");
    }
}
