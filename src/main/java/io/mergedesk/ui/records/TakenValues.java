package io.mergedesk.ui.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.FieldName;
import io.mergedesk.entities.Entity;
import io.mergedesk.entities.EntityType;
import io.mergedesk.ui.fields.Viewer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;

/// Says above a form that another record has a value which must be unique, and leads there.
record TakenValues(Viewer viewer, EntityType type, Notices notices) {

    /// @param taken fields, and who has their value where the viewer may see it
    void tell(Map<FieldName, Optional<EntityId>> taken) {
        if (taken.isEmpty()) {
            return;
        }
        var sentences = new LinkedHashSet<String>();
        var links = new ArrayList<Component>();
        taken.forEach((field, id) -> {
            var holder = id.flatMap(one -> viewer.services().entities().find(one, viewer.actor()));
            sentences.add(sentence(field, holder));
            holder.ifPresent(one -> links.add(link(one)));
        });
        notices.tell(
                Notices.Sort.TAKEN,
                Optional.empty(),
                String.join(" ", sentences) + " What you typed is kept here.",
                links.toArray(Component[]::new));
    }

    /// "Northwind depot has this Code already."
    private String sentence(FieldName field, Optional<Entity> holder) {
        return holder.map(type::titleOf).orElse("A record that you may not see")
                + " has this "
                + type.labelOf(field)
                + " already.";
    }

    private Anchor link(Entity holder) {
        var link =
                new Anchor(
                        "records/" + type.name() + "/" + holder.id(),
                        "Open " + type.titleOf(holder));
        link.addClassName("taken-by");
        return link;
    }
}
