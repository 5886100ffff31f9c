package io.mergedesk.api;

import io.mergedesk.audit.AuditAction;
import io.mergedesk.audit.AuditCursor;
import io.mergedesk.audit.AuditQuery;
import io.mergedesk.audit.AuditService;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.Origin;
import io.mergedesk.common.TypeName;
import io.mergedesk.common.UserId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads what of the audit trail is asked for. A cursor belongs to one list: with other conditions
/// it is refused.
record SentAuditQuery(AuditQuery query, AuditCursor before, int limit) {

    private static final int USUAL_LIMIT = 50;
    private static final int MAX_WORDS = 200;

    /// @throws RejectedRequest that names the parameter and says what is wrong with it
    static SentAuditQuery read(MultiValueMap<String, String> sent) {
        var reader = new Reader(sent);
        reader.take("person", UserId::new, "an account name", AuditQuery::by);
        reader.take("type", TypeName::new, "the name of a type", AuditQuery::of);
        reader.take("entity", EntityId::parse, "a UUID", AuditQuery::of);
        reader.take("field", FieldName::new, "the name of a field", AuditQuery::changing);
        reader.take("origin", Origin::parse, "one of " + origins(), AuditQuery::comingBy);
        reader.take(
                "action",
                text -> AuditAction.parse(text).orElseThrow(IllegalArgumentException::new),
                "one of " + String.join(", ", AuditAction.known()),
                AuditQuery::doing);
        reader.take(
                "from",
                SentAuditQuery::time,
                "a time like 2026-01-31T09:30:00Z",
                AuditQuery::since);
        reader.take(
                "to", SentAuditQuery::time, "a time like 2026-01-31T09:30:00Z", AuditQuery::until);
        reader.take(
                "conflictsOnly",
                SentAuditQuery::yesNo,
                "true or false",
                (query, only) -> only ? query.onlyConflicts() : query);
        reader.take(
                "q",
                SentAuditQuery::words,
                "at most " + MAX_WORDS + " characters",
                AuditQuery::saying);
        int limit = QueryNumber.limit(sent.getFirst("limit"), USUAL_LIMIT, AuditService.MAX_LIMIT);
        return new SentAuditQuery(
                reader.query, cursor(sent.getFirst("cursor"), reader.query), limit);
    }

    /// The text for the next page.
    String encode(AuditCursor cursor) {
        return list(query) + "." + cursor.encode();
    }

    private static final class Reader {
        private final MultiValueMap<String, String> sent;
        private AuditQuery query = AuditQuery.ALL;

        private Reader(MultiValueMap<String, String> sent) {
            this.sent = sent;
        }

        private <T> void take(
                String name,
                Function<String, T> parse,
                String expected,
                BiFunction<AuditQuery, T, AuditQuery> with) {
            var text = sent.getFirst(name);
            if (text == null || text.isBlank()) {
                return;
            }
            try {
                query = with.apply(query, parse.apply(text.strip()));
            } catch (IllegalArgumentException | DateTimeException _) {
                throw Problem.badRequest(name, "expected " + expected + ", got '" + text + "'")
                        .rejected();
            }
        }
    }

    private static AuditCursor cursor(@Nullable String text, AuditQuery query) {
        if (text == null || text.isEmpty()) {
            return AuditCursor.NEWEST;
        }
        var list = list(query) + ".";
        try {
            if (text.startsWith(list)) {
                return AuditCursor.decode(text.substring(list.length()));
            }
        } catch (IllegalArgumentException _) {
            // the same answer: it is no cursor of this list
        }
        throw Problem.badRequest(
                        "cursor",
                        "expected the nextCursor of the page before, with the same conditions, got '"
                                + text
                                + "'")
                .rejected();
    }

    private static String list(AuditQuery query) {
        return Integer.toHexString(query.toString().hashCode());
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static boolean yesNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String words(String text) {
        if (text.length() > MAX_WORDS) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String origins() {
        return Arrays.stream(Origin.values())
                .map(Origin::wireName)
                .collect(Collectors.joining(", "));
    }
}
