package io.mergedesk.api;

import io.mergedesk.common.UserId;
import io.mergedesk.desk.Condition;
import io.mergedesk.desk.ConditionText;
import io.mergedesk.desk.ConflictCursor;
import io.mergedesk.desk.ConflictOrder;
import io.mergedesk.desk.ConflictQuery;
import io.mergedesk.desk.ConflictStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;

/// Reads which conflicts are asked for: `?status=open&type=contacts&assignee=me&order=urgent`.
final class SentConflictQuery {

    private static final int USUAL_LIMIT = 50;
    private static final Set<String> OTHERS = Set.of("status", "order", "limit", "cursor");

    private SentConflictQuery() {}

    /// @throws RejectedRequest when something cannot be read
    static ConflictQuery read(MultiValueMap<String, String> parameters, UserId me) {
        for (var name : parameters.keySet()) {
            if (!OTHERS.contains(name) && !ConditionText.NAMES.contains(name)) {
                var known = new TreeSet<>(OTHERS);
                known.addAll(ConditionText.NAMES);
                throw Problem.badRequest(
                                name, "is not known: expected one of " + String.join(", ", known))
                        .rejected();
            }
        }
        var status =
                Optional.ofNullable(parameters.getFirst("status"))
                        .map(text ->
                                ConflictStatus.parse(text)
                                        .orElseThrow(() ->
                                                wrong(
                                                        "status",
                                                        "open, settled or automatic",
                                                        text)))
                        .orElse(ConflictStatus.OPEN);
        var order =
                Optional.ofNullable(parameters.getFirst("order"))
                        .map(text ->
                                ConflictOrder.parse(text)
                                        .filter(one -> one.fits(status))
                                        .orElseThrow(() ->
                                                wrong(
                                                        "order",
                                                        "newest or oldest, or urgent of open ones",
                                                        text)))
                        .orElse(ConflictOrder.NEWEST);
        return new ConflictQuery(
                status,
                conditions(parameters, me),
                order,
                false,
                QueryNumber.limit(
                        parameters.getFirst("limit"), USUAL_LIMIT, ConflictQuery.MAX_LIMIT),
                Optional.ofNullable(parameters.getFirst("cursor")).map(SentConflictQuery::cursor));
    }

    private static List<Condition> conditions(MultiValueMap<String, String> parameters, UserId me) {
        var conditions = new ArrayList<Condition>();
        for (var name : ConditionText.NAMES) {
            var text = parameters.getFirst(name);
            if (text != null) {
                conditions.add(condition(name, text, me));
            }
        }
        return conditions;
    }

    /// @throws RejectedRequest when it is none of that name
    static Condition condition(String name, String text, UserId me) {
        return ConditionText.read(name, text, me)
                .orElseThrow(() -> wrong(name, ConditionText.expectation(name), text));
    }

    private static ConflictCursor cursor(String text) {
        try {
            return ConflictCursor.decode(text);
        } catch (IllegalArgumentException _) {
            throw wrong("cursor", "nextCursor of the page before", text);
        }
    }

    private static RejectedRequest wrong(String name, String expected, String text) {
        return Problem.badRequest(name, "expected " + expected + ", got '" + text + "'").rejected();
    }
}
