package io.mergedesk.ui.audit;

import io.mergedesk.audit.AuditAction;
import io.mergedesk.common.Origin;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.fields.Viewer;
import java.util.List;
import java.util.stream.Stream;

/// What the trail can be narrowed by.
record AuditFilterOptions(Viewer viewer) {

    /// One thing to narrow by.
    enum What {
        PERSON("Person"),
        TYPE("Type"),
        FIELD("Field"),
        ACTION("Action"),
        ORIGIN("Came in"),
        TIME("Time"),
        FROM("From day"),
        TO("Until day");

        private final String label;

        What(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /// Whether a day is picked instead of one of several.
        boolean isDay() {
            return this == FROM || this == TO;
        }
    }

    /// The conditions to choose from; none for days.
    List<AuditCondition> of(What what) {
        var types = viewer.services().types().all();
        Stream<AuditCondition> offered =
                switch (what) {
                    case PERSON ->
                            viewer.services().names().active().stream().map(AuditCondition.By::new);
                    case TYPE -> types.stream().map(type -> new AuditCondition.OfType(type.name()));
                    case FIELD ->
                            types.stream()
                                    .flatMap(type -> type.fields().stream())
                                    .map(FieldDefinition::name)
                                    .distinct()
                                    .map(AuditCondition.OnField::new);
                    case ACTION ->
                            AuditAction.known().stream()
                                    .map(AuditAction::new)
                                    .map(AuditCondition.Doing::new);
                    case ORIGIN -> Stream.of(Origin.values()).map(AuditCondition.CameBy::new);
                    case TIME -> Stream.of(AuditSpan.values()).map(AuditCondition.During::new);
                    case FROM, TO -> Stream.empty();
                };
        return offered.toList();
    }
}
