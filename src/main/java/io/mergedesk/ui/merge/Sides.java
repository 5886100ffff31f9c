package io.mergedesk.ui.merge;

import io.mergedesk.common.Origin;
import io.mergedesk.common.UserId;
import io.mergedesk.conflicts.Party;
import io.mergedesk.entities.ConflictNow;
import io.mergedesk.entities.ConflictNow.Written;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;

/// The two sides of a conflict as one reader calls them: "You", or a name.
///
/// Where both sides are the same person's, as from two tabs, the waiting edit is told from the
/// saved one.
record Sides(ConflictNow now, UserId reader, Function<UserId, String> names) {

    /// Who wrote the others' value last; where none of them did, whoever was here last.
    Written theirs(Question question) {
        return question.fields().stream()
                .map(field -> now.theirs().get(field))
                .filter(Objects::nonNull)
                .max(Comparator.comparing(Written::at))
                .orElseGet(this::last);
    }

    private Written last() {
        return now.theirs().values().stream()
                .max(Comparator.comparing(Written::at))
                .orElseGet(() ->
                        new Written(
                                now.current().updatedBy(),
                                now.current().updatedAt(),
                                Origin.UI,
                                now.current().revision()));
    }

    /// Whoever was the last to edit it, of the others.
    String others() {
        return name(last().by());
    }

    /// Who deleted it, where the others did: that is the last that was done to it.
    Written deleting() {
        var gone = now.current();
        return new Written(gone.updatedBy(), gone.updatedAt(), Origin.UI, gone.revision());
    }

    UserId by(Party party, Question question) {
        return party == Party.MINE ? now.conflict().edit().by() : theirs(question).by();
    }

    /// At the start of a sentence: "You", "Sven Supervisor".
    String who(Party party, Question question) {
        return name(by(party, question));
    }

    String author() {
        return name(now.conflict().edit().by());
    }

    /// On a button: "Use mine", "Use Sven Supervisor’s".
    String use(Party party, Question question) {
        if (isOnePersons(question)) {
            return party == Party.MINE ? "Use the waiting one" : "Use the saved one";
        }
        var by = by(party, question);
        return by.equals(reader) ? "Use mine" : "Use " + names.apply(by) + "’s";
    }

    /// Of a value: "yours", "Sven Supervisor’s".
    String whose(Party party, Question question) {
        if (isOnePersons(question)) {
            return party == Party.MINE ? "the waiting one" : "the saved one";
        }
        var by = by(party, question);
        return by.equals(reader) ? "yours" : names.apply(by) + "’s";
    }

    boolean isOnePersons(Question question) {
        return by(Party.MINE, question).equals(by(Party.THEIRS, question));
    }

    /// Whether the reader is the author of the edit that waits.
    boolean isMine() {
        return now.conflict().edit().by().equals(reader);
    }

    String name(UserId person) {
        return person.equals(reader) ? "You" : names.apply(person);
    }

    /// Within a sentence.
    String nameWithin(UserId person) {
        return person.equals(reader) ? "you" : names.apply(person);
    }

    /// In front of what somebody did: "your", "Sven Supervisor’s".
    String owner(UserId person) {
        return person.equals(reader) ? "your" : names.apply(person) + "’s";
    }
}
