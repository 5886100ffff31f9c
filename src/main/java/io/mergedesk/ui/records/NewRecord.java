package io.mergedesk.ui.records;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import io.mergedesk.entities.EntityType;
import java.util.Locale;

/// The button, and the key, that begin a new record.
final class NewRecord extends Button {

    NewRecord(EntityType type, Runnable start) {
        super("New " + type.definition().singular().toLowerCase(Locale.ROOT), _ -> start.run());
        addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getElement().setAttribute("data-key", "n");
        getElement().addEventListener("shell-key", _ -> start.run());
    }
}
