package io.mergedesk.transfer;

import io.mergedesk.changes.Diff;
import io.mergedesk.changes.FieldText;
import io.mergedesk.changes.FieldValue;
import io.mergedesk.changes.FieldValues;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.BatchCounts;
import io.mergedesk.entities.ContestedField;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Counts what became of the rows, and keeps the first of what changed.
final class RowTally {

    private static final int SHOWN = 200;

    private final long total;
    private final EntityType type;
    private final RowProblems problems;
    private final List<RowChange> changes = new ArrayList<>();
    private final Map<FieldName, Long> changedFields = new HashMap<>();
    private long created;
    private long updated;
    private long skipped;
    private long failed;

    RowTally(long total, EntityType type, RowProblems problems) {
        this.total = total;
        this.type = type;
        this.problems = problems;
    }

    BatchCounts counts() {
        return new BatchCounts(total, created, updated, skipped, failed);
    }

    List<RowChange> changes() {
        return changes;
    }

    Map<FieldName, Long> changedFields() {
        return changedFields;
    }

    void fail(CsvRow row, List<RowProblem> why) {
        failed++;
        problems.add(row, why);
    }

    /// Counts a row that changes an entity which another row of a dry run would make.
    void again() {
        updated++;
    }

    void count(RowMatcher.Match.ToEdit match, SaveOutcome outcome) {
        switch (outcome) {
            case SaveOutcome.Applied(var entity) -> written(match, entity);
            case SaveOutcome.Merged(var entity, _) -> written(match, entity);
            case SaveOutcome.Parked(var current, _, var fields) ->
                    fail(
                            match.row().source(),
                            contested(match.row(), current, fields, "Yours waits at the desk."));
            case SaveOutcome.Contested(var current, var fields) ->
                    fail(
                            match.row().source(),
                            contested(match.row(), current, fields, "Nothing was overwritten."));
            case SaveOutcome.Refused(var violations, _) ->
                    fail(match.row().source(), refused(match.row(), violations));
            case SaveOutcome.Gone(_, var by, _) ->
                    fail(
                            match.row().source(),
                            List.of(
                                    whole(
                                            match.row(),
                                            "expected a record that is there: "
                                                    + by
                                                    + " deleted it; restore it first")));
            case SaveOutcome.Missing _ ->
                    fail(
                            match.row().source(),
                            List.of(whole(match.row(), "expected a record that is there")));
        }
    }

    private void written(RowMatcher.Match.ToEdit match, Entity entity) {
        var before = match.found();
        var unchanged = before.map(Entity::revision).orElse(Revision.NONE);
        if (entity.revision().equals(unchanged)) {
            skipped++;
            return;
        }
        if (before.isEmpty()) {
            created++;
        } else {
            updated++;
        }
        var fields =
                Diff.between(before.map(Entity::values).orElse(FieldValues.NONE), entity.values());
        fields.forEach(field -> changedFields.merge(field.field(), 1L, Long::sum));
        if (changes.size() < SHOWN) {
            changes.add(
                    new RowChange(
                            match.row().source().line(),
                            type.titleOf(entity),
                            before.isEmpty(),
                            fields));
        }
    }

    private List<RowProblem> contested(
            ReadRow row, Entity current, List<ContestedField> fields, String end) {
        return fields.stream()
                .map(field -> {
                    var mine = text(row.value(field.field()));
                    return new RowProblem(
                            row.source().line(),
                            type.labelOf(field.field()),
                            mine,
                            "%s: %s changed it to '%s' after the export; yours is '%s'. %s"
                                    .formatted(
                                            type.labelOf(field.field()),
                                            field.theirsBy(),
                                            text(current.values().find(field.field())),
                                            mine,
                                            end));
                })
                .toList();
    }

    private List<RowProblem> refused(ReadRow row, List<Violation> violations) {
        return violations.stream()
                .map(violation -> {
                    var field =
                            type.fields().stream()
                                    .filter(one -> one.name().value().equals(violation.field()))
                                    .findFirst();
                    return new RowProblem(
                            row.source().line(),
                            field.map(one -> one.label()).orElse(violation.field()),
                            field.map(one -> text(row.value(one.name()))).orElse(""),
                            violation.message());
                })
                .toList();
    }

    private static RowProblem whole(ReadRow row, String message) {
        return new RowProblem(row.source().line(), "", "", message);
    }

    private static String text(Optional<FieldValue> value) {
        return value.map(FieldText::write).orElse("");
    }
}
