package io.mergedesk.entities;

import io.mergedesk.changes.FieldJson;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Conflict;
import io.mergedesk.conflicts.ResolutionJson;
import io.mergedesk.trail.TrailAction;
import io.mergedesk.trail.TrailDetails;
import io.mergedesk.trail.TrailEntry;
import java.time.Instant;

/// What the trail says of conflicts: with all values, so that what became of an edit can be proved
/// and replayed from the trail alone.
final class ConflictEntries {

    private ConflictEntries() {}

    static TrailEntry parked(Conflict conflict) {
        var edit = conflict.edit();
        var details =
                TrailDetails.of("origin", edit.origin().wireName())
                        .with("base", edit.base())
                        .with("met", conflict.met())
                        .with("contested", conflict.contested());
        return entry(TrailAction.CONFLICT_PARKED, conflict, edit.by(), edit.at())
                .saying(
                        edit.deletes()
                                ? details.with("deletes", true)
                                : details.with("edit", FieldJson.writePatch(edit.patch())));
    }

    /// An edit that was joined with others without asking.
    static TrailEntry merged(Conflict conflict) {
        return settled(TrailAction.CONFLICT_MERGED, conflict);
    }

    static TrailEntry resolved(Conflict conflict) {
        return settled(TrailAction.CONFLICT_RESOLVED, conflict);
    }

    static TrailEntry overridden(Conflict conflict) {
        return settled(TrailAction.CONFLICT_OVERRIDDEN, conflict);
    }

    private static TrailEntry settled(TrailAction action, Conflict conflict) {
        var settlement = conflict.settlement().orElseThrow();
        return entry(action, conflict, settlement.by(), settlement.at())
                .saying(
                        TrailDetails.of("how", settlement.how().wireName())
                                .with("reason", settlement.reason())
                                .with("author", conflict.edit().by())
                                .with("seen", settlement.seen())
                                .with("made", settlement.made())
                                .with("resolution", ResolutionJson.write(settlement.resolution())));
    }

    static TrailEntry reopened(Conflict conflict, UserId by, Instant at) {
        return entry(TrailAction.CONFLICT_REOPENED, conflict, by, at)
                .with("author", conflict.edit().by());
    }

    private static TrailEntry entry(TrailAction action, Conflict conflict, UserId by, Instant at) {
        return TrailEntry.of(action, by, at)
                .about(conflict.entity())
                .about(conflict.type())
                .about(conflict.id());
    }
}
