package io.mergedesk.ui.records;

import com.vaadin.flow.component.Component;
import io.mergedesk.common.Actor;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityType;
import io.mergedesk.entities.TypeService;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.transfer.Exports;
import io.mergedesk.ui.exports.ExportMenu;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.annotation.Order;

/// Hands out what a list shows as a file.
@Order(2)
@org.springframework.stereotype.Component
class ExportAction implements ListAction {

    private final Exports exports;
    private final TypeService types;
    private final CurrentActor current;

    ExportAction(Exports exports, TypeService types, CurrentActor current) {
        this.exports = exports;
        this.types = types;
        this.current = current;
    }

    @Override
    public Optional<Component> of(EntityType type, Supplier<EntityQuery> shown, Actor actor) {
        return Optional.of(new ExportMenu(exports, types, current, shown::get));
    }
}
