package io.mergedesk.ui.records;

import com.vaadin.flow.component.UI;
import io.mergedesk.common.Subscription;
import io.mergedesk.common.TypeName;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Paced;
import io.mergedesk.ui.shell.PageHeader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells others where in the records of a type I am, and me who else is there.
final class Company {

    /// Three heartbeats of a page, see `vaadin.heartbeat-interval`.
    private static final Duration SILENCE = Duration.ofMinutes(3);

    private final Viewer viewer;
    private final Presence presence;
    private final TypeName type;
    private final PageHeader header;
    private final RowPeople rows;
    private Optional<RecordForm> form = Optional.empty();
    private Presence.@Nullable Seat seat;

    Company(Viewer viewer, Presence presence, TypeName type, PageHeader header, RowPeople rows) {
        this.viewer = viewer;
        this.presence = presence;
        this.type = type;
        this.header = header;
        this.rows = rows;
    }

    /// From now on, until it is closed, others see me here.
    Subscription enter(UI page) {
        var taken = presence.enter(viewer.id(), viewer.name(), type, () -> answers(page));
        var changes = presence.onChange(Paced.inPage(page, this::show));
        seat = taken;
        at(form);
        return () -> {
            seat = null;
            changes.close();
            taken.close();
        };
    }

    /// Whether the browser has sent one of its last heartbeats.
    private static boolean answers(UI page) {
        var last = Instant.ofEpochMilli(page.getInternals().getLastHeartbeatTimestamp());
        return InstantSource.system().instant().isBefore(last.plus(SILENCE));
    }

    /// I have moved to that form, or to none.
    void at(Optional<RecordForm> open) {
        form = open;
        sit(open.filter(RecordForm::hasUnsaved).isPresent());
        show();
    }

    void sit(boolean editing) {
        if (seat != null) {
            seat.move(type, form.flatMap(RecordForm::id), editing);
        }
    }

    private void show() {
        header.showPeople(
                presence.at(type, viewer.id()).stream().map(Presence.Here::name).toList());
        rows.show(presence.byEntity(type, viewer.id()));
        form.ifPresent(open ->
                open.showPeople(
                        open.id().map(id -> presence.at(id, viewer.id())).orElse(List.of())));
    }
}
