package io.mergedesk.ui.desk;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.UserId;
import io.mergedesk.desk.Condition;
import io.mergedesk.desk.ConditionText;
import io.mergedesk.desk.ConflictOrder;
import io.mergedesk.desk.ConflictStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The state of the desk in the address: `?status=settled&type=contacts&assignee=nobody`, as in the
/// API. What it cannot read it leaves out: an old link still opens.
final class DeskAddress {

    private static final String STATUS = "status";
    private static final String ORDER = "order";

    /// Where the automatic merges have an address of their own.
    static final String MERGES = "merges";

    private DeskAddress() {}

    static String path(DeskState state) {
        return state.status() == ConflictStatus.AUTOMATIC ? MERGES : "conflicts";
    }

    /// The whole address of a list.
    static String of(DeskState state) {
        return new Location(path(state), write(state)).getPathWithQueryParameters();
    }

    /// The same on the list and on each conflict that is opened from it, so that next and previous
    /// go by the order of the list.
    static QueryParameters write(DeskState state) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (state.status() != ConflictStatus.OPEN) {
            parameters.put(STATUS, List.of(state.status().wireName()));
        }
        for (var condition : state.conditions()) {
            parameters.put(condition.name(), List.of(ConditionText.write(condition)));
        }
        if (state.order() != DeskState.usualOrder(state.status())) {
            parameters.put(ORDER, List.of(state.order().wireName()));
        }
        return new QueryParameters(parameters);
    }

    /// Reads a query as it stands after the question mark.
    static DeskState read(String query, UserId me) {
        return read(QueryParameters.fromString(query), me);
    }

    static DeskState read(QueryParameters parameters, UserId me) {
        var status =
                parameters
                        .getSingleParameter(STATUS)
                        .flatMap(ConflictStatus::parse)
                        .orElse(ConflictStatus.OPEN);
        var conditions = new ArrayList<Condition>();
        for (var name : ConditionText.NAMES) {
            parameters
                    .getSingleParameter(name)
                    .flatMap(text -> ConditionText.read(name, text, me))
                    .ifPresent(conditions::add);
        }
        var order =
                parameters
                        .getSingleParameter(ORDER)
                        .flatMap(ConflictOrder::parse)
                        .filter(one -> one.fits(status))
                        .orElse(DeskState.usualOrder(status));
        return new DeskState(status, conditions, order);
    }
}
