package io.mergedesk.ui.audit;

import io.mergedesk.audit.AuditItem;
import io.mergedesk.common.Origin;
import io.mergedesk.entities.Change;
import io.mergedesk.trail.TrailEntry;
import io.mergedesk.ui.timeline.Burst;
import io.mergedesk.ui.timeline.ChangeWords;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which things are told as one, and how: edits of one person who went on editing, whatever was
/// written by one import, and coming and going.
final class ItemBursts {

    private ItemBursts() {}

    /// @param newer of two neighbours on one day
    static boolean joins(AuditItem newer, AuditItem older, ZoneId zone) {
        return switch (newer) {
            case AuditItem.Edited(var later) ->
                    older instanceof AuditItem.Edited(var before) && joins(later, before, zone);
            case AuditItem.Noted(var later) ->
                    older instanceof AuditItem.Noted(var before) && joins(later, before);
        };
    }

    private static boolean joins(Change newer, Change older, ZoneId zone) {
        return newer.batch().isPresent()
                ? newer.batch().equals(older.batch())
                : older.batch().isEmpty() && Burst.joins(newer, older, zone);
    }

    private static boolean joins(TrailEntry newer, TrailEntry older) {
        boolean common =
                switch (newer.action()) {
                    case SIGN_IN, SIGN_IN_REFUSED, SIGN_OUT -> true;
                    default -> false;
                };
        return common
                && newer.action() == older.action()
                && newer.by().equals(older.by())
                && Duration.between(older.at(), newer.at()).compareTo(Burst.PAUSE) <= 0;
    }

    /// What was done in all, after who did it: "changed 4 records in 6 minutes", "imported 50
    /// records", "signed in 3 times in a minute".
    ///
    /// @param did what was done the last time
    /// @param title of the only record that it was done to
    static String words(
            List<AuditItem> burst, String did, Optional<String> title, Duration lasted) {
        if (burst.getFirst() instanceof AuditItem.Edited(var change)) {
            long records = burst.stream().map(AuditItem::entity).distinct().count();
            if (change.batch().isPresent()) {
                return (change.origin() == Origin.IMPORT ? "imported " : "changed ")
                        + counted(records, "record")
                        + (change.origin() == Origin.IMPORT ? "" : " at once");
            }
            return title.map(name ->
                            "changed " + name + " " + counted(burst.size(), "time") + in(lasted))
                    .orElseGet(() -> "changed " + counted(records, "record") + in(lasted));
        }
        return did + " " + counted(burst.size(), "time") + in(lasted);
    }

    private static String in(Duration lasted) {
        return " in " + ChangeWords.minutes(lasted);
    }

    private static String counted(long number, String what) {
        return String.format(Locale.ENGLISH, "%,d %s%s", number, what, number == 1 ? "" : "s");
    }
}
