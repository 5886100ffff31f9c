package io.mergedesk.ui.desk;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.Digest;
import io.mergedesk.desk.InboxEntry;
import io.mergedesk.desk.Told;
import io.mergedesk.entities.EntityType;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a notice says, in plain words: what stands before the title of the record, and what after.
///
/// @param names what people are called
/// @param values how a value is shown
record NoticeWords(Function<UserId, String> names, Function<Optional<FieldValue>, String> values) {

    private static final int LONGEST = 60;

    /// One sentence around a title.
    record Sentence(String before, String title, String after) {}

    Sentence of(InboxEntry entry, EntityType type) {
        return switch (entry) {
            case Told told -> of(told, type);
            case Digest digest -> new DigestWords(names).of(digest, type);
        };
    }

    private Sentence of(Told told, EntityType type) {
        var notice = told.notice();
        var name = names.apply(notice.by());
        var title = told.title();
        var fields = DeskWords.labels(told.fields(), type);
        return switch (notice.kind()) {
            case PARKED ->
                    waits(
                            told.count() == 1
                                    ? "Your edit of "
                                    : told.count() + " edits of yours of ",
                            told,
                            fields);
            case WAITING ->
                    waits(
                            told.count() == 1
                                    ? DeskWords.possessive(name) + " edit of "
                                    : told.count()
                                            + " edits by "
                                            + DigestWords.people(told.people(), names)
                                            + " of ",
                            told,
                            fields);
            case TAKEN ->
                    new Sentence(
                            name + " decided about ",
                            title,
                            fields.isEmpty()
                                    ? ": as you wanted."
                                    : ": your " + fields + " stands.");
            case OVERRULED ->
                    notice.fields().isEmpty()
                            ? new Sentence(name + " decided against your deletion of ", title, ".")
                            : new Sentence(
                                    name + " replaced your " + lost(told, type) + " while merging ",
                                    title,
                                    ".");
            case REOPENED ->
                    new Sentence(
                            name + " took back what was decided about ",
                            title,
                            ". Your edit"
                                    + (fields.isEmpty() ? "" : " of " + fields)
                                    + " waits again.");
            case ASSIGNED ->
                    new Sentence(
                            name + " asks you to decide about ",
                            title,
                            fields.isEmpty() ? "." : ": " + fields + ".");
            case MENTIONED -> new Sentence(name + " named you in a note on ", title, ".");
        };
    }

    private static Sentence waits(String before, Told told, String fields) {
        return new Sentence(
                before,
                told.title(),
                (told.count() == 1 ? " waits" : " wait")
                        + " for a decision"
                        + (fields.isEmpty() ? "." : ": " + fields + "."));
    }

    /// "Phone 555-7777, Status empty".
    private String lost(Told told, EntityType type) {
        return told.notice().fields().stream()
                .map(field -> type.labelOf(field) + value(told, field))
                .collect(Collectors.joining(", "));
    }

    private String value(Told told, FieldName field) {
        if (!told.lost().containsKey(field)) {
            return "";
        }
        var words = values.apply(told.lost().get(field));
        return " “" + (words.length() > LONGEST ? words.substring(0, LONGEST) + " …" : words) + "”";
    }
}
