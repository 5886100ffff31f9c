package io.mergedesk.transfer;

import io.mergedesk.common.Actor;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityPage;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// Writes what a list shows into a file, page by page: with ids and revisions, so that the file can
/// be imported again and is merged with what happened meanwhile.
public final class Exports {

    private final EntityService entities;
    private final TypeService types;

    Exports(EntityService entities, TypeService types) {
        this.entities = entities;
        this.types = types;
    }

    /// All entities that the query finds and the actor may see, in its order.
    ///
    /// @param withMark begins a CSV file with a byte order mark, by which Excel knows UTF-8
    /// @return how many there were
    /// @throws IllegalArgumentException when there is no such type
    public long write(
            EntityQuery query, ExportFormat format, boolean withMark, Actor actor, OutputStream out)
            throws IOException {
        var type =
                types.find(query.type())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no type '" + query.type() + "'"));
        return switch (format) {
            case CSV -> {
                try (var file = new CsvExport(type, out, withMark)) {
                    yield writeAll(query, actor, file::add);
                }
            }
            case XLSX -> {
                try (var file = new XlsxExport(type, out)) {
                    yield writeAll(query, actor, file::add);
                }
            }
        };
    }

    /// What to call the file: `contacts.csv`.
    public static String fileName(EntityType type, ExportFormat format) {
        return type.name().value() + "." + format.extension();
    }

    private interface Line {
        void add(Entity entity) throws IOException;
    }

    private long writeAll(EntityQuery query, Actor actor, Line line) throws IOException {
        long count = 0;
        var next = query.limitedTo(EntityQuery.MAX_LIMIT).startingAfter(Optional.empty());
        EntityPage page;
        do {
            page = entities.page(next, actor);
            for (var entity : page.items()) {
                line.add(entity);
                count++;
            }
            next = next.startingAfter(page.next());
        } while (page.next().isPresent());
        return count;
    }
}
