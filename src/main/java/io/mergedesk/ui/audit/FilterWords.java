package io.mergedesk.ui.audit;

import io.mergedesk.common.FieldName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.Titles;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.timeline.ChangeWords;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What narrows the trail, in the words of its chips.
record FilterWords(Viewer viewer, Titles titles) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    String of(AuditCondition condition) {
        return switch (condition) {
            case AuditCondition.Saying(var words) -> "“" + words + "”";
            case AuditCondition.By(var person) -> "Person: " + viewer.services().names().of(person);
            case AuditCondition.OfType(var type) ->
                    "Type: "
                            + viewer.services()
                                    .types()
                                    .find(type)
                                    .map(EntityType::label)
                                    .orElse(type.value());
            case AuditCondition.OfEntity(var entity) -> "Record: " + titles.of(entity);
            case AuditCondition.OnField(var field) -> "Field: " + label(field);
            case AuditCondition.CameBy(var origin) -> "Came in " + ChangeWords.way(origin);
            case AuditCondition.Doing(var action) -> "Action: " + ActionWords.of(action);
            case AuditCondition.During(var span) -> span.label();
            case AuditCondition.From(var day) -> "From " + of(day);
            case AuditCondition.To(var day) -> "Until " + of(day);
            case AuditCondition.ConflictsOnly _ -> "Conflicts only";
        };
    }

    private String label(FieldName field) {
        return viewer.services().types().all().stream()
                .filter(type -> type.field(field).isPresent())
                .findFirst()
                .map(type -> type.labelOf(field))
                .orElse(field.value());
    }

    private static String of(LocalDate day) {
        return DAY.format(day);
    }
}
