package io.mergedesk.transfer;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the columns of a file went in an import, to be proposed for the next file like it.
///
/// @param key the field that rows were matched by
public record Mapping(List<Place> columns, @Nullable String key) {

    /// Where one column went.
    ///
    /// @param field its name, where it went into one
    /// @param format how a person wanted it read, where the cells left that open
    public record Place(To to, @Nullable String field, @Nullable String format) {}

    /// What kinds of places there are.
    public enum To {
        FIELD,
        ID,
        REVISION,
        NOWHERE
    }

    public Mapping {
        columns = List.copyOf(columns);
    }

    static Mapping of(ImportPlan plan) {
        var places = new ArrayList<Place>();
        for (int i = 0; i < plan.targets().size(); i++) {
            var format = plan.formats().get(i);
            var to =
                    switch (plan.targets().get(i)) {
                        case ColumnTarget.Existing _, ColumnTarget.Added _ -> To.FIELD;
                        case ColumnTarget.Id _ -> To.ID;
                        case ColumnTarget.BaseRevision _ -> To.REVISION;
                        case ColumnTarget.Ignored _ -> To.NOWHERE;
                    };
            var field = plan.fieldOf(i).map(FieldName::value).orElse(null);
            places.add(new Place(to, field, format == null ? null : format.name()));
        }
        return new Mapping(places, plan.key().map(FieldName::value).orElse(null));
    }

    /// The same for another file. What does not fit any more stays as it was suggested.
    ImportPlan onto(ImportPlan suggested, ImportFile file, EntityType type) {
        var plan = suggested;
        var used = new HashSet<FieldName>();
        for (var column : file.columns()) {
            var place = columns.get(column.index());
            var target = target(place, type, used);
            if (target.isPresent()) {
                plan = plan.with(column.index(), target.get());
            }
            plan = read(plan, column, place);
        }
        var filled = plan;
        return field(key, type)
                .filter(name -> filled.targets().contains(new ColumnTarget.Existing(name)))
                .map(name -> filled.keyedBy(Optional.of(name)))
                .orElse(filled);
    }

    private static Optional<ColumnTarget> target(
            Place place, EntityType type, HashSet<FieldName> used) {
        return switch (place.to()) {
            case FIELD ->
                    field(place.field(), type).filter(used::add).map(ColumnTarget.Existing::new);
            case ID -> Optional.of(new ColumnTarget.Id());
            case REVISION -> Optional.of(new ColumnTarget.BaseRevision());
            case NOWHERE -> Optional.of(new ColumnTarget.Ignored());
        };
    }

    /// Only where the cells of this file leave it open too.
    private static ImportPlan read(ImportPlan plan, Column column, Place place) {
        return column.alternatives().values().stream()
                .flatMap(List::stream)
                .filter(format -> format.name().equals(place.format()))
                .findFirst()
                .map(format -> plan.reading(column.index(), format))
                .orElse(plan);
    }

    private static Optional<FieldName> field(@Nullable String name, EntityType type) {
        return type.fields().stream()
                .map(field -> field.name())
                .filter(one -> one.value().equals(name))
                .findFirst();
    }
}
