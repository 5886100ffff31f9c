package io.mergedesk.ui.timeline;

import io.mergedesk.entities.Change;
import io.mergedesk.events.EventName;
import java.time.Duration;
import java.time.ZoneId;

/// Which edits are told as one: those of one person who went on editing.
public final class Burst {

    /// How long a pause may be.
    public static final Duration PAUSE = Duration.ofMinutes(10);

    private Burst() {}

    /// Whether the newer of two neighbouring changes goes on with what the older one began: the
    /// same person on the same way in, on the same day, after a short pause. Creating, deleting and
    /// restoring stand alone.
    public static boolean joins(Change newer, Change older, ZoneId zone) {
        return isEdit(newer)
                && isEdit(older)
                && newer.by().equals(older.by())
                && newer.origin() == older.origin()
                && newer.at()
                        .atZone(zone)
                        .toLocalDate()
                        .equals(older.at().atZone(zone).toLocalDate())
                && Duration.between(older.at(), newer.at()).compareTo(PAUSE) <= 0;
    }

    private static boolean isEdit(Change change) {
        return change.event() == EventName.ENTITY_UPDATED && !change.fields().isEmpty();
    }
}
