package io.mergedesk.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.QueryParameters;
import io.mergedesk.common.Actor;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityType;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.annotation.Order;

/// Leads from a list to the import into its type.
@Order(1)
@org.springframework.stereotype.Component
class ImportLink implements ListAction {

    @Override
    public Optional<Component> of(EntityType type, Supplier<EntityQuery> shown, Actor actor) {
        var query = QueryParameters.of("type", type.name().value());
        return Optional.of(new Button("Import", _ -> UI.getCurrent().navigate("import", query)));
    }
}
