package io.mergedesk.transfer;

import io.mergedesk.changes.FieldText;
import io.mergedesk.common.Actor;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityPage;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityService;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.Filter;
import io.mergedesk.entities.TypeService;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.trail.TrailQueue;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes what a list shows into a file, page by page: with ids and revisions, so that the file can
/// be imported again and is merged with what happened meanwhile.
public final class Exports {

    private final EntityService entities;
    private final TypeService types;
    private final TrailQueue trail;
    private final InstantSource clock;

    Exports(EntityService entities, TypeService types, TrailQueue trail, InstantSource clock) {
        this.entities = entities;
        this.types = types;
        this.trail = trail;
        this.clock = clock;
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
        var counted = new Counted();
        try {
            switch (format) {
                case CSV -> {
                    try (var file = new CsvExport(type, out, withMark)) {
                        writeAll(query, actor, counted.before(file::add));
                    }
                }
                case XLSX -> {
                    try (var file = new XlsxExport(type, out)) {
                        writeAll(query, actor, counted.before(file::add));
                    }
                }
            }
            counted.complete = true;
        } finally {
            note(query, format, counted, actor);
        }
        return counted.rows;
    }

    /// What to call the file: `contacts.csv`.
    public static String fileName(EntityType type, ExportFormat format) {
        return type.name().value() + "." + format.extension();
    }

    /// Also what was broken off is noted: rows have left the house.
    private void note(EntityQuery query, ExportFormat format, Counted counted, Actor actor) {
        var entry =
                TrailEntry.of(TrailAction.EXPORTED, actor.id(), clock.instant())
                        .about(query.type())
                        .with("format", format.extension())
                        .with("rows", counted.rows);
        if (!query.words().isEmpty()) {
            entry = entry.with("search", query.words());
        }
        if (!query.filters().isEmpty()) {
            entry = entry.with("filter", words(query.filters()));
        }
        trail.note(counted.complete ? entry : entry.with("stopped", "before the end"));
    }

    private static String words(List<Filter> filters) {
        var words = new ArrayList<String>();
        for (var filter : filters) {
            var value = filter.value() == null ? "" : " " + FieldText.write(filter.value());
            words.add(filter.field() + " " + filter.operator().wireName() + value);
        }
        return String.join("; ", words);
    }

    private static final class Counted {
        private long rows;
        private boolean complete;

        private Line before(Line line) {
            return entity -> {
                rows++;
                line.add(entity);
            };
        }
    }

    private interface Line {
        void add(Entity entity) throws IOException;
    }

    private void writeAll(EntityQuery query, Actor actor, Line line) throws IOException {
        var next = query.limitedTo(EntityQuery.MAX_LIMIT).startingAfter(Optional.empty());
        EntityPage page;
        do {
            page = entities.page(next, actor);
            for (var entity : page.items()) {
                line.add(entity);
            }
            next = next.startingAfter(page.next());
        } while (page.next().isPresent());
    }
}
