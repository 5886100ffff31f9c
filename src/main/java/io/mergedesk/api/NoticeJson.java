package io.mergedesk.api;

import io.mergedesk.common.FieldName;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.Digest;
import io.mergedesk.desk.InboxEntry;
import io.mergedesk.desk.Told;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing somebody is told.
///
/// @param conflictId the latest it is about; null where it is about changes
/// @param by who did it, the last of `people`
/// @param people all who did, the latest first
/// @param count how many edits or changes it stands for
/// @param lost what the reader had wanted of each field that was replaced
/// @param fromRevision the last that the reader had seen, where it is about changes
/// @param toRevision the last of the changes
record NoticeJson(
        UUID id,
        String kind,
        @Nullable UUID conflictId,
        UUID entityId,
        String type,
        String title,
        @Nullable String by,
        List<String> people,
        Instant at,
        int count,
        List<String> fields,
        Map<String, @Nullable Object> lost,
        @Nullable Long fromRevision,
        @Nullable Long toRevision,
        boolean unread) {

    static NoticeJson of(InboxEntry entry) {
        return switch (entry) {
            case Told told -> of(told);
            case Digest digest -> of(digest);
        };
    }

    private static NoticeJson of(Told told) {
        var notice = told.notice();
        var lost = new TreeMap<String, @Nullable Object>();
        told.lost()
                .forEach((field, value) ->
                        lost.put(field.value(), JsonValue.orNull(value.orElse(null))));
        return new NoticeJson(
                told.id(),
                notice.kind().wireName(),
                notice.conflict().value(),
                told.entity().value(),
                told.type().value(),
                told.title(),
                notice.by().value(),
                names(told.people()),
                told.at(),
                told.count(),
                fields(told.fields()),
                lost,
                null,
                null,
                told.unread());
    }

    private static NoticeJson of(Digest digest) {
        return new NoticeJson(
                digest.id(),
                "changed",
                null,
                digest.entity().value(),
                digest.type().value(),
                digest.title(),
                digest.people().isEmpty() ? null : digest.people().getFirst().value(),
                names(digest.people()),
                digest.at(),
                digest.count(),
                fields(digest.fields()),
                Map.of(),
                digest.from().number(),
                digest.to().number(),
                digest.unread());
    }

    private static List<String> names(List<UserId> people) {
        return people.stream().map(UserId::value).toList();
    }

    private static List<String> fields(Collection<FieldName> fields) {
        return fields.stream().map(FieldName::value).toList();
    }
}
