package io.mergedesk.ui.desk;

import io.mergedesk.changes.FieldValue;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
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

    Sentence of(Told told, EntityType type) {
        var notice = told.notice();
        var name = names.apply(notice.by());
        var title = told.title();
        var fields = notice.fields().stream().map(type::labelOf).collect(Collectors.joining(", "));
        return switch (notice.kind()) {
            case PARKED ->
                    new Sentence(
                            "Your edit of ",
                            title,
                            " waits for a decision"
                                    + (fields.isEmpty() ? "." : ": " + fields + "."));
            case WAITING ->
                    new Sentence(
                            DeskWords.possessive(name) + " edit of ",
                            title,
                            " waits for a decision"
                                    + (fields.isEmpty() ? "." : ": " + fields + "."));
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
        };
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
