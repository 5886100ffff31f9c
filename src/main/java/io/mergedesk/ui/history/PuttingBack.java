package io.mergedesk.ui.history;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Revision;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.timeline.HistoryTime;
import io.mergedesk.ui.timeline.ValueWords;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts old values of a record back from any screen that shows them, with the preview and the undo
/// of its history.
public final class PuttingBack {

    private final Entity current;
    private final EntityType type;
    private final Restoring restoring;

    private PuttingBack(Entity current, EntityType type, Restoring restoring) {
        this.current = current;
        this.type = type;
        this.restoring = restoring;
    }

    /// Empty where the viewer does not see the record.
    ///
    /// @param written what to do once something was put back
    public static Optional<PuttingBack> of(
            EntityId id, Viewer viewer, ValueWords values, HistoryTime time, Runnable written) {
        var services = viewer.services();
        return services.entities()
                .find(id, viewer.actor())
                .flatMap(current ->
                        services.types()
                                .find(current.type())
                                .map(type -> {
                                    var subject =
                                            new Subject(
                                                    services.entities(),
                                                    services.types(),
                                                    viewer.actor(),
                                                    id,
                                                    type);
                                    var teller =
                                            new Teller(
                                                    type,
                                                    viewer.id(),
                                                    services.names()::of,
                                                    time,
                                                    values);
                                    return new PuttingBack(
                                            current, type, new Restoring(subject, teller, written));
                                }));
    }

    /// Whether that would change anything, and could.
    public boolean may(FieldName field, @Nullable FieldValue value) {
        return Restorable.in(type, current, field, value);
    }

    /// Asks before one field gets a value it had.
    public void field(FieldName field, @Nullable FieldValue value) {
        restoring.field(field, value);
    }

    public boolean may(Revision revision) {
        return !current.deleted() && revision.isBefore(current.revision());
    }

    /// Asks before everything gets the values it had at that revision.
    public void record(Revision revision) {
        restoring.record(revision);
    }
}
