package io.mergedesk.ui.desk;

import io.mergedesk.common.Origin;
import io.mergedesk.common.Priority;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.Condition;
import io.mergedesk.entities.FieldDefinition;
import io.mergedesk.ui.fields.Viewer;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// What a list of conflicts can be narrowed by.
record DeskFilterOptions(Viewer viewer) {

    /// One thing to narrow by, and the conditions it offers.
    enum What {
        TYPE("Type"),
        FIELD("Field"),
        PERSON("Person on either side"),
        ASSIGNEE("Taken by"),
        PRIORITY("Priority"),
        INSPECTED("Inspected"),
        AGE("Age"),
        ORIGIN("Came in");

        private final String label;

        What(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    List<Condition> of(What what) {
        var types = viewer.services().types().all();
        Stream<Condition> offered =
                switch (what) {
                    case TYPE -> types.stream().map(type -> new Condition.OfType(type.name()));
                    case FIELD ->
                            types.stream()
                                    .flatMap(type -> type.fields().stream())
                                    .map(FieldDefinition::name)
                                    .distinct()
                                    .map(Condition.OnField::new);
                    case PERSON -> people(Condition.Involving::new);
                    case ASSIGNEE ->
                            Stream.concat(
                                    Stream.of(
                                            new Condition.Unassigned(),
                                            new Condition.AssignedTo(viewer.id())),
                                    people(Condition.AssignedTo::new)
                                            .filter(other ->
                                                    !other.equals(
                                                            new Condition.AssignedTo(
                                                                    viewer.id()))));
                    case PRIORITY -> Stream.of(Priority.values()).map(Condition.Urgency::new);
                    case INSPECTED ->
                            Stream.of(
                                    new Condition.Inspected(false), new Condition.Inspected(true));
                    case AGE ->
                            Stream.of(1, 4, 24, 72, 168)
                                    .map(hours -> new Condition.OlderThan(Duration.ofHours(hours)));
                    case ORIGIN -> Stream.of(Origin.values()).map(Condition.CameBy::new);
                };
        return offered.toList();
    }

    private Stream<Condition> people(Function<UserId, Condition> condition) {
        return viewer.services().names().active().stream().map(condition);
    }
}
