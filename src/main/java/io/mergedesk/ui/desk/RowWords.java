package io.mergedesk.ui.desk;

import io.mergedesk.common.Priority;
import io.mergedesk.conflicts.Choice;
import io.mergedesk.conflicts.Resolution.Decided;
import io.mergedesk.conflicts.Rule;
import io.mergedesk.conflicts.Settlement;
import io.mergedesk.ui.shell.Ago;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the cells of a row say.
record RowWords(DeskWords words, Ago ago, ZoneId zone) {

    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss zzz", Locale.ENGLISH);

    /// How long it has waited, or how long ago it was settled.
    String when(DeskRow row) {
        return ago.of(at(row));
    }

    /// The same to the second.
    String exactly(DeskRow row) {
        return EXACT.format(at(row).atZone(zone));
    }

    private static Instant at(DeskRow row) {
        return row.conflict().settlement().map(Settlement::at).orElse(row.conflict().edit().at());
    }

    String author(DeskRow row) {
        return words.names().apply(row.author());
    }

    String theirs(DeskRow row, int place) {
        return row.theirs().size() > place ? words.names().apply(row.theirs().get(place)) : "";
    }

    /// Who has to do with it, by first names: "Uma, Sven".
    String people(DeskRow row) {
        return row.people().stream()
                .map(person -> words.names().apply(person).split(" ", 2)[0])
                .collect(Collectors.joining(", "));
    }

    String priority(DeskRow row) {
        return DeskWords.of(row.conflict().handling().priority());
    }

    /// How loud the priority is shown.
    static String loudness(Priority priority) {
        return switch (priority) {
            case CRITICAL -> "badge badge-bad";
            case HIGH -> "badge badge-warn";
            case MEDIUM -> "badge";
            case LOW -> "badge badge-low";
        };
    }

    /// Where it came from, when that was not a screen.
    String origin(DeskRow row) {
        return switch (row.conflict().edit().origin()) {
            case UI -> "";
            case API, IMPORT, OFFLINE, SITE, MERGE, RESTORE ->
                    DeskWords.of(row.conflict().edit().origin());
        };
    }

    String assignee(DeskRow row) {
        return row.conflict().handling().assignee().map(words.names()).orElse("Nobody yet");
    }

    /// "Inspected · a note".
    String noted(DeskRow row) {
        var handling = row.conflict().handling();
        var inspected = handling.inspected() ? "Inspected" : "";
        var note = handling.note().isBlank() ? "" : "“" + handling.note() + "”";
        return inspected.isEmpty() || note.isEmpty() ? inspected + note : inspected + " · " + note;
    }

    /// What is suggested: "Use Ben's".
    String advice(DeskRow row) {
        return row.advice().map(advice -> words.of(advice, row.author(), row.theirs())).orElse("");
    }

    /// Why it is.
    String why(DeskRow row) {
        return row.conflict().isOpen() ? row.advice().map(DeskWords::why).orElse("") : settled(row);
    }

    /// Who or what decided, once it is settled.
    String settled(DeskRow row) {
        return row.conflict().settlement().map(words::of).orElse("");
    }

    /// How it was decided: the rules of those fields where one was needed, or the reason given.
    String how(DeskRow row) {
        return row.conflict()
                .settlement()
                .map(settlement ->
                        settlement.reason().isBlank()
                                ? decided(settlement)
                                : "“" + settlement.reason() + "”")
                .orElse("");
    }

    private static String decided(Settlement settlement) {
        return settlement.resolution().fields().values().stream()
                .map(RowWords::word)
                .flatMap(Optional::stream)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> word(Decided decided) {
        if (decided.choice().isPresent()) {
            return Optional.of(
                    switch (decided.choice().get()) {
                        case Choice.Whole whole ->
                                switch (whole) {
                                    case MINE -> "the edit taken";
                                    case THEIRS -> "what was there kept";
                                    case BASE -> "set back";
                                    case BOTH -> "both taken";
                                };
                        case Choice.Value _ -> "a third value";
                        case Choice.Hunks _ -> "words of both";
                    });
        }
        return word(decided.rule());
    }

    private static Optional<String> word(Rule rule) {
        return switch (rule) {
            case MEMBERS -> Optional.of("members of both");
            case WORDS -> Optional.of("words of both");
            case SUM -> Optional.of("added up");
            case NEWEST -> Optional.of("the newer kept");
            case REFUSED -> Optional.of("not allowed any more");
            case SAME -> Optional.of("the same");
            case UNTOUCHED, MINE_ONLY, THEIRS_ONLY, CONTESTED -> Optional.empty();
        };
    }
}
