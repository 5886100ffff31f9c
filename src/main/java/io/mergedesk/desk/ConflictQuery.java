package io.mergedesk.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which conflicts, in which order, and where to go on.
///
/// @param conditions all of them are met; one of each name
/// @param backwards walks the same order from its end
public record ConflictQuery(
        ConflictStatus status,
        List<Condition> conditions,
        ConflictOrder order,
        boolean backwards,
        int limit,
        Optional<ConflictCursor> after) {

    /// Most conflicts in one page.
    public static final int MAX_LIMIT = 200;

    public ConflictQuery {
        conditions = List.copyOf(conditions);
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "expected a limit from 1 to " + MAX_LIMIT + ", got " + limit);
        }
        if (!order.fits(status)) {
            throw new IllegalArgumentException(
                    "expected newest or oldest first for those that are " + status.wireName());
        }
        if (conditions.stream().map(Condition::name).distinct().count() < conditions.size()) {
            throw new IllegalArgumentException(
                    "expected one condition of each name, got " + conditions);
        }
    }

    /// All conflicts of a pile, the latest first.
    public static ConflictQuery of(ConflictStatus status, int limit) {
        return new ConflictQuery(
                status, List.of(), ConflictOrder.NEWEST, false, limit, Optional.empty());
    }

    /// With this condition, in place of another one of the same name.
    public ConflictQuery where(Condition condition) {
        var more = new ArrayList<>(conditions);
        more.removeIf(one -> one.name().equals(condition.name()));
        more.add(condition);
        return where(more);
    }

    public ConflictQuery where(List<Condition> newConditions) {
        return new ConflictQuery(status, newConditions, order, backwards, limit, after);
    }

    public ConflictQuery ordered(ConflictOrder newOrder) {
        return new ConflictQuery(status, conditions, newOrder, backwards, limit, after);
    }

    public ConflictQuery fromTheEnd() {
        return new ConflictQuery(status, conditions, order, true, limit, after);
    }

    public ConflictQuery limitedTo(int newLimit) {
        return new ConflictQuery(status, conditions, order, backwards, newLimit, after);
    }

    public ConflictQuery startingAfter(Optional<ConflictCursor> cursor) {
        return new ConflictQuery(status, conditions, order, backwards, limit, cursor);
    }
}
