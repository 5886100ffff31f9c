package io.mergedesk.ui.audit;

import io.mergedesk.audit.ChainName;
import io.mergedesk.audit.ChainReport;
import io.mergedesk.audit.IntegrityState;
import io.mergedesk.audit.Verification;
import io.mergedesk.ui.shell.Ago;
import io.mergedesk.ui.shell.StatusBadge;
import java.util.Locale;

/// Whether the trail is intact, in a few words for a badge and in plain sentences behind it.
record IntegrityText(Ago ago) {

    /// "✓ Intact, 1,204,331 rows, checked 2 minutes ago".
    String badge(IntegrityState state) {
        var checked = state.checkedAt().map(at -> ", checked " + ago.of(at)).orElse("");
        return state.isIntact()
                ? "✓ Intact, " + rows(state.rows()) + checked
                : sign(state) + " " + word(state) + checked;
    }

    static StatusBadge.Kind kind(IntegrityState state) {
        if (state.isIntact()) {
            return StatusBadge.Kind.OK;
        }
        return isUnchecked(state) ? StatusBadge.Kind.PLAIN : StatusBadge.Kind.BAD;
    }

    static String word(IntegrityState state) {
        return switch (state.state()) {
            case "intact" -> "Intact";
            case "unchecked" -> "Not checked yet";
            case "modified" -> "Modified";
            case "missing" -> "Rows are missing";
            case "swapped" -> "Rows are swapped";
            case "forked" -> "Forked";
            case "cut" -> "The end is cut off";
            case "diverged" -> "A record differs";
            case "damaged" -> "Checkpoints damaged";
            default -> "Not intact: " + state.state();
        };
    }

    /// "Edits of records: every row is as it was committed. 2,104 rows, checked just now."
    String sentence(ChainReport report) {
        return chain(report.chain())
                + ": "
                + report.words()
                + " "
                + rows(report.rows())
                + " recomputed "
                + ago.of(report.checkedAt())
                + ".";
    }

    /// "Verifying: 120,000 of 1,204,331 rows".
    static String progress(Verification verification) {
        return verification.total() == 0
                ? "Verifying …"
                : String.format(
                        Locale.ENGLISH,
                        "Verifying: %,d of %,d rows",
                        verification.rows(),
                        Math.max(verification.rows(), verification.total()));
    }

    private static String chain(ChainName chain) {
        return switch (chain) {
            case CHANGES -> "Edits of records";
            case TRAIL -> "Everything else";
        };
    }

    private static String rows(long count) {
        return String.format(Locale.ENGLISH, "%,d row%s", count, count == 1 ? "" : "s");
    }

    private static String sign(IntegrityState state) {
        return isUnchecked(state) ? "○" : "⚠";
    }

    private static boolean isUnchecked(IntegrityState state) {
        return state.state().equals("unchecked");
    }
}
