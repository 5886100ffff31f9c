package io.mergedesk.ui.types;

import io.mergedesk.entities.TypeOutcome;
import io.mergedesk.entities.Violation;
import java.util.stream.Collectors;

/// What came of saving a type, in words.
final class OutcomeWords {

    private OutcomeWords() {}

    /// @param label what the type is called on the page
    /// @param other who was faster, where somebody was
    static String of(TypeOutcome outcome, String label, String other) {
        return switch (outcome) {
            case TypeOutcome.Saved(var type) ->
                    type.label() + " is saved, as version " + type.version() + ".";
            case TypeOutcome.Refused(var violations) ->
                    "Not saved yet. "
                            + violations.stream()
                                    .map(Violation::message)
                                    .distinct()
                                    .collect(Collectors.joining(". "))
                            + ".";
            case TypeOutcome.Stale(var current) ->
                    "Not saved yet: "
                            + other
                            + " changed "
                            + label
                            + " while you worked; it is now version "
                            + current.version()
                            + ". Your changes are kept here.";
            case TypeOutcome.Forbidden _ -> "Not saved: only admins define types.";
            case TypeOutcome.Missing _ -> "Not saved: there is no type " + label + " any more.";
        };
    }

    /// Where nobody can have been faster.
    static String of(TypeOutcome outcome, String label) {
        return of(outcome, label, "another admin");
    }
}
