package io.mergedesk.ui.sync;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import io.mergedesk.common.FieldName;
import io.mergedesk.common.TypeName;
import io.mergedesk.entities.EntityType;
import io.mergedesk.events.Pattern;
import io.mergedesk.sync.TargetDefinition;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What a target is told of: which events, of which types, with which fields.
final class ContentPart extends Div {

    private static final List<String> EVENTS =
            List.of(
                    "entity:*",
                    "entity:created",
                    "entity:updated",
                    "entity:deleted",
                    "sync:conflict",
                    "*");

    private final MultiSelectComboBox<String> events = new MultiSelectComboBox<>("Events");
    private final MultiSelectComboBox<EntityType> types = new MultiSelectComboBox<>("Types");
    private final MultiSelectComboBox<FieldName> fields = new MultiSelectComboBox<>("Fields");
    private final transient FieldChoice choice;

    ContentPart(FieldChoice choice, ErrorPlaces places) {
        this.choice = choice;
        events.setItems(EVENTS);
        types.setItems(choice.types());
        types.setItemLabelGenerator(EntityType::label);
        types.setPlaceholder("all");
        types.addValueChangeListener(_ -> offerFields(fields.getValue()));
        fields.setItemLabelGenerator(choice::label);
        fields.setPlaceholder("all");
        fields.setHelperText("Only these are sent");
        addClassName("sync-form-pair");
        fields.addClassName("sync-form-wide");
        add(events, types, fields);
        places.put("events", events);
        places.put("types", types);
        places.put("fields", fields);
    }

    void fill(TargetDefinition target) {
        events.setValue(target.events().stream().map(Pattern::text).collect(Collectors.toSet()));
        types.setValue(
                choice.types().stream()
                        .filter(type -> target.types().contains(type.name()))
                        .collect(Collectors.toSet()));
        offerFields(new LinkedHashSet<>(target.fields()));
    }

    Set<Pattern> events() {
        return events.getValue().stream().map(Pattern::new).collect(Collectors.toSet());
    }

    Set<TypeName> types() {
        return types.getValue().stream().map(EntityType::name).collect(Collectors.toSet());
    }

    List<FieldName> fields() {
        return List.copyOf(fields.getValue());
    }

    /// The fields of the chosen types, and what is chosen already, which may be wrong by now.
    private void offerFields(Set<FieldName> chosen) {
        var kept = new LinkedHashSet<>(chosen);
        var offered = new LinkedHashSet<>(choice.of(types.getValue()));
        offered.addAll(kept);
        fields.setItems(offered);
        fields.setValue(kept);
    }
}
