package io.mergedesk.transfer;

import io.mergedesk.changes.FieldKind;
import io.mergedesk.common.Actor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Role;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.FieldDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Suggests where the columns of a file go, by their headers: fields by name or label, `id` and
/// `revision` as an export writes them, new fields of the kind their cells look like.
final class ImportPlanner {

    private ImportPlanner() {}

    /// The plan for a type that is there. Columns it has no field for are ignored, unless the actor
    /// may add fields.
    static ImportPlan into(EntityType type, ImportFile file, Actor actor) {
        var taken = new HashSet<String>();
        type.byName().keySet().forEach(name -> taken.add(name.value().toLowerCase(Locale.ROOT)));
        var used = new HashSet<FieldName>();
        var exported = exportHeaders(type, file);
        var targets = new ArrayList<ColumnTarget>();
        for (var column : file.columns()) {
            targets.add(
                    special(column.header(), exported)
                            .or(() -> existing(type, column.header(), used))
                            .orElseGet(() ->
                                    actor.is(Role.ADMIN) && !isOurErrors(column, file)
                                            ? added(column, taken)
                                            : new ColumnTarget.Ignored()));
        }
        return new ImportPlan(type.name(), Optional.empty(), targets, keyOf(type, targets));
    }

    /// The column that we add to rows that were not taken.
    private static boolean isOurErrors(Column column, ImportFile file) {
        return column.header().equals(RowProblems.COLUMN)
                && column.index() == file.columns().size() - 1;
    }

    /// The plan for a type that the import makes.
    static ImportPlan intoNew(TypeName name, String label, ImportFile file) {
        var taken = new HashSet<String>();
        var targets = new ArrayList<ColumnTarget>();
        file.columns().forEach(column -> targets.add(added(column, taken)));
        return new ImportPlan(name, Optional.of(label), targets, Optional.empty());
    }

    static ColumnTarget.Added added(Column column, Set<String> taken) {
        var name = HeaderName.of(column.header(), taken);
        taken.add(name.value());
        var label =
                column.header().length() > 120
                        ? column.header().substring(0, 120)
                        : column.header();
        return new ColumnTarget.Added(name, label, column.kind(), column.choices());
    }

    /// The headers of the ids and of the revisions in an export of that type; none where the file
    /// is no export.
    private static List<String> exportHeaders(EntityType type, ImportFile file) {
        for (var column : file.columns()) {
            if (column.header().equals(ExportColumns.ID_OF_ANY)) {
                return List.of(ExportColumns.ID_OF_ANY, ExportColumns.REVISION_OF_ANY);
            }
        }
        return file.columns().stream()
                .filter(column -> column.header().equalsIgnoreCase(ExportColumns.ID))
                .filter(_ -> ExportColumns.isFree(type, ExportColumns.ID))
                .filter(column -> column.samples().stream().allMatch(ImportPlanner::isId))
                .findFirst()
                .map(_ -> List.of(ExportColumns.ID, ExportColumns.REVISION))
                .orElse(List.of());
    }

    private static Optional<ColumnTarget> special(String header, List<String> exportHeaders) {
        return switch (exportHeaders.indexOf(header.toLowerCase(Locale.ROOT))) {
            case 0 -> Optional.of(new ColumnTarget.Id());
            case 1 -> Optional.of(new ColumnTarget.BaseRevision());
            default -> Optional.empty();
        };
    }

    private static Optional<ColumnTarget> existing(
            EntityType type, String header, Set<FieldName> used) {
        return field(type, header)
                .map(FieldDefinition::name)
                .filter(used::add)
                .map(ColumnTarget.Existing::new);
    }

    /// The field with that name or label; the name wins.
    static Optional<FieldDefinition> field(EntityType type, String header) {
        var wanted = header.strip();
        return type.fields().stream()
                .filter(field -> field.name().value().equalsIgnoreCase(wanted))
                .findFirst()
                .or(() ->
                        type.fields().stream()
                                .filter(field -> field.label().strip().equalsIgnoreCase(wanted))
                                .findFirst());
    }

    private static Optional<FieldName> keyOf(EntityType type, List<ColumnTarget> targets) {
        if (targets.stream().anyMatch(ColumnTarget.Id.class::isInstance)) {
            return Optional.empty();
        }
        return targets.stream()
                .filter(ColumnTarget.Existing.class::isInstance)
                .map(ColumnTarget.Existing.class::cast)
                .map(ColumnTarget.Existing::field)
                .filter(name -> type.field(name).map(FieldDefinition::unique).orElse(false))
                .filter(name -> mayBeKey(type.kindOf(name)))
                .findFirst();
    }

    /// Whether entities can be found by a field of that kind.
    static boolean mayBeKey(FieldKind kind) {
        return switch (kind) {
            case TEXT, NUMBER, DATE, EMAIL, URL, CHOICE -> true;
            case LONG_TEXT, MONEY, DATE_TIME, YES_NO, CHOICES, REFERENCE, PERSON -> false;
        };
    }

    private static boolean isId(String text) {
        try {
            EntityId.parse(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
