package io.mergedesk.audit;

import static java.util.stream.Collectors.joining;

/// What was found, as one plain sentence for people.
final class IntegrityWords {

    private static final int MOST_SPANS = 5;

    private IntegrityWords() {}

    static String of(Integrity integrity) {
        return switch (integrity) {
            case Integrity.Intact(var head) ->
                    head.place().number() == 0
                            ? "Nothing is recorded yet."
                            : "Every row up to %d is as it was committed."
                                    .formatted(head.place().number());
            case Integrity.Modified modified -> modified(modified);
            case Integrity.Missing(var places) ->
                    "Rows are missing: %s%s."
                            .formatted(
                                    places.stream()
                                            .limit(MOST_SPANS)
                                            .map(Span::toString)
                                            .collect(joining(", ")),
                                    places.size() > MOST_SPANS ? " and more" : "");
            case Integrity.Swapped(var place, var other) ->
                    "Rows %d and %d were swapped.".formatted(place.number(), other.number());
            case Integrity.Forked(var place, var by) -> forked(place.number(), by);
            case Integrity.Diverged(_, var entity, var revision) ->
                    "Record %s, version %d, is not what its changes lead to."
                            .formatted(entity, revision.number());
            case Integrity.Cut(var last, var expected, var by) ->
                    "The end is missing: row %d is the last, and %s %d."
                            .formatted(
                                    last.number(),
                                    switch (by) {
                                        case HEAD -> "the head row says";
                                        case CHECKPOINT -> "a signed checkpoint says";
                                        case EARLIER_VERIFICATION -> "an earlier check reached";
                                    },
                                    expected.number());
        };
    }

    private static String modified(Integrity.Modified modified) {
        var where =
                modified.entity()
                        .map(entity ->
                                " (record %s%s)"
                                        .formatted(
                                                entity,
                                                modified.revision()
                                                        .map(one -> ", version " + one.number())
                                                        .orElse("")))
                        .orElse("");
        return "Row %d was modified%s.".formatted(modified.place().number(), where);
    }

    private static String forked(long place, Integrity.Fork by) {
        return switch (by) {
            case SAME_PLACE -> "Two rows claim the place %d.".formatted(place);
            case SAME_PREVIOUS ->
                    "Row %d does not follow the row before it, but an older one.".formatted(place);
            case HEAD -> "The head row tells another history than row %d.".formatted(place);
            case WITNESS -> "Row %d is not the one that was sealed there before.".formatted(place);
        };
    }
}
