package io.mergedesk.ui.desk;

import io.mergedesk.desk.Condition;
import io.mergedesk.desk.ConflictOrder;
import io.mergedesk.desk.ConflictQuery;
import io.mergedesk.desk.ConflictStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the desk shows: which pile, what narrows it, the order.
record DeskState(ConflictStatus status, List<Condition> conditions, ConflictOrder order) {

    static final int PAGE = 40;

    DeskState {
        conditions = List.copyOf(conditions);
    }

    /// How a pile opens: what is urgent first while it waits, the latest first afterwards.
    static DeskState start(ConflictStatus status) {
        return new DeskState(status, List.of(), usualOrder(status));
    }

    static ConflictOrder usualOrder(ConflictStatus status) {
        return status == ConflictStatus.OPEN ? ConflictOrder.URGENT : ConflictOrder.NEWEST;
    }

    /// With this condition, in place of another one of the same name.
    DeskState with(Condition condition) {
        var more = new ArrayList<>(conditions);
        more.removeIf(one -> one.name().equals(condition.name()));
        more.add(condition);
        return new DeskState(status, more, order);
    }

    DeskState without(Condition condition) {
        return new DeskState(
                status, conditions.stream().filter(one -> !one.equals(condition)).toList(), order);
    }

    DeskState withoutAll() {
        return new DeskState(status, List.of(), order);
    }

    DeskState ordered(ConflictOrder newOrder) {
        return new DeskState(status, conditions, newOrder);
    }

    DeskState in(ConflictStatus newStatus) {
        return status == newStatus
                ? this
                : new DeskState(newStatus, conditions, usualOrder(newStatus));
    }

    ConflictQuery query() {
        return new ConflictQuery(status, conditions, order, false, PAGE, Optional.empty());
    }
}
