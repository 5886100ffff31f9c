package io.mergedesk.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.ConflictId;
import io.mergedesk.common.EntityId;
import io.mergedesk.entities.EntityType;
import java.util.Optional;

/// The ways from a page to the addresses of one type: its list in any state, its records, a new
/// one.
record Routes(Component page, EntityType type) {

    /// The list, with that record beside it.
    void go(Optional<EntityId> open, ListState state) {
        navigate(path(open), state);
    }

    void goToNew(ListState state) {
        navigate(path(Optional.empty()) + "/" + RecordsView.NEW, state);
    }

    /// The decision about an edit that waits, from where the way leads back here.
    void decide(ConflictId conflict) {
        page.getUI()
                .ifPresent(ui ->
                        ui.navigate("conflicts/" + conflict, QueryParameters.of("from", "record")));
    }

    private void navigate(String path, ListState state) {
        page.getUI().ifPresent(ui -> ui.navigate(path, ListAddress.write(state, type)));
    }

    /// Changes the address that is shown, without a step in the browser's history.
    void replace(Optional<EntityId> open, ListState state) {
        var query = query(state);
        var path = path(open) + (query.isEmpty() ? "" : "?" + query);
        page.getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, path));
    }

    private String path(Optional<EntityId> open) {
        return "records/" + type.name() + open.map(id -> "/" + id).orElse("");
    }

    String query(ListState state) {
        return ListAddress.write(state, type).getQueryString();
    }

    ListState state(String query) {
        return ListAddress.read(QueryParameters.fromString(query), type);
    }
}
