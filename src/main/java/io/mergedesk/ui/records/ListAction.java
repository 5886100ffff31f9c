package io.mergedesk.ui.records;

import com.vaadin.flow.component.Component;
import io.mergedesk.common.Actor;
import io.mergedesk.entities.EntityQuery;
import io.mergedesk.entities.EntityType;
import java.util.Optional;
import java.util.function.Supplier;

/// What else can be done with the list of a type, such as importing and exporting. Every bean of
/// this type is asked, in bean order, and stands in the head of the page.
public interface ListAction {

    /// A button or link; empty where this person has no use for it.
    ///
    /// @param shown what the list shows at the moment it is asked, from the first page on
    Optional<Component> of(EntityType type, Supplier<EntityQuery> shown, Actor actor);
}
