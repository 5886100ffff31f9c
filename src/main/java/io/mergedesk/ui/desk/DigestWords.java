package io.mergedesk.ui.desk;

import io.mergedesk.common.UserId;
import io.mergedesk.desk.Digest;
import io.mergedesk.entities.EntityType;
import java.util.List;
import java.util.function.Function;

/// What others did to a followed record, in one sentence: "Anna and 2 others changed 5 fields of
/// Northwind since your last visit."
///
/// @param names what people are called
record DigestWords(Function<UserId, String> names) {

    private static final int NAMED_FIELDS = 2;

    NoticeWords.Sentence of(Digest digest, EntityType type) {
        var who = people(digest.people(), names) + (digest.complete() ? "" : " at least");
        var since = (digest.unread() ? " since your last visit" : "") + ".";
        if (digest.deleted()) {
            return new NoticeWords.Sentence(who + " deleted ", digest.title(), since);
        }
        return new NoticeWords.Sentence(
                who + " changed " + what(digest, type), digest.title(), since);
    }

    /// "Phone and Status of ", "5 fields of ", or nothing where no field was changed.
    private static String what(Digest digest, EntityType type) {
        var fields = digest.fields().stream().map(type::labelOf).toList();
        if (fields.isEmpty()) {
            return "";
        }
        return (fields.size() <= NAMED_FIELDS
                        ? String.join(" and ", fields)
                        : DeskWords.count(fields.size(), "field"))
                + " of ";
    }

    /// "Anna", "Anna and Ben", "Anna and 2 others".
    static String people(List<UserId> people, Function<UserId, String> names) {
        return switch (people.size()) {
            case 0 -> "Somebody";
            case 1 -> names.apply(people.getFirst());
            case 2 -> names.apply(people.getFirst()) + " and " + names.apply(people.getLast());
            default -> names.apply(people.getFirst()) + " and " + (people.size() - 1) + " others";
        };
    }
}
