package io.mergedesk.ui.history;

import io.mergedesk.entities.ContestedField;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.SaveOutcome;
import io.mergedesk.entities.Violation;
import io.mergedesk.ui.timeline.ChangeWords;
import io.mergedesk.ui.timeline.HistoryTime;
import java.util.List;
import java.util.stream.Collectors;

/// What came of restoring, in words.
final class RestoreWords {

    private RestoreWords() {}

    static boolean isWritten(SaveOutcome outcome) {
        return outcome instanceof SaveOutcome.Applied || outcome instanceof SaveOutcome.Merged;
    }

    static String of(SaveOutcome outcome, EntityType type, HistoryTime time) {
        return switch (outcome) {
            case SaveOutcome.Applied(var entity) -> "Restored as " + entity.revision() + ".";
            case SaveOutcome.Merged(var entity, var theirs) ->
                    "Restored as "
                            + entity.revision()
                            + ", joined with what others changed meanwhile: "
                            + ChangeWords.labels(theirs.keySet(), type)
                            + ".";
            case SaveOutcome.Parked(_, _, var fields) -> changed(fields, type, time);
            case SaveOutcome.Contested(_, var fields) -> changed(fields, type, time);
            case SaveOutcome.Refused(var violations, _) ->
                    "Nothing was written. "
                            + violations.stream()
                                    .map(Violation::message)
                                    .collect(Collectors.joining(". "))
                            + ".";
            case SaveOutcome.Gone(_, var by, var at) ->
                    "Nothing was written: "
                            + by
                            + " deleted the record, "
                            + time.within(at)
                            + ". Restore the record first.";
            case SaveOutcome.Missing _ ->
                    "Nothing was written: the record is no longer shared with you.";
        };
    }

    private static String changed(List<ContestedField> fields, EntityType type, HistoryTime time) {
        return "Nothing was written: "
                + fields.stream()
                        .map(one ->
                                one.theirsBy()
                                        + " changed "
                                        + type.labelOf(one.field())
                                        + " at "
                                        + time.minute(one.theirsAt()))
                        .collect(Collectors.joining(", "))
                + " meanwhile. Look again at what will be written.";
    }
}
