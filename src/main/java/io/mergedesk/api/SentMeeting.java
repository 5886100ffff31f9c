package io.mergedesk.api;

import io.mergedesk.conflicts.MergeStrategy;
import io.mergedesk.entities.Author;
import org.jspecify.annotations.Nullable;

/// What a request wants done where its edit meets others.
final class SentMeeting {

    static final String STRATEGY =
            "What is done where others changed the same fields, instead of what the type says:"
                    + " `manual`; for supervisors also `field-level-merge` or `last-write-wins`";

    static final String PARK =
            "`false` keeps nothing of a contested edit: 409 then has no `conflictId`";

    private SentMeeting() {}

    /// @throws RejectedRequest (400) for anything else than the words that are known
    static Author read(Author author, @Nullable String strategy, @Nullable String park) {
        var parking = parks(park) ? author : author.asking();
        return strategy == null
                ? parking
                : parking.merging(
                        MergeStrategy.parse(strategy)
                                .orElseThrow(() ->
                                        Problem.badRequest(
                                                        "strategy",
                                                        "expected last-write-wins, manual or"
                                                                + " field-level-merge, got "
                                                                + strategy)
                                                .rejected()));
    }

    private static boolean parks(@Nullable String text) {
        if (text == null || text.equals("true")) {
            return true;
        }
        if (text.equals("false")) {
            return false;
        }
        throw Problem.badRequest("park", "expected true or false, got " + text).rejected();
    }
}
