package io.mergedesk.ui.desk;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.mergedesk.desk.ConflictStatus;
import java.util.function.Consumer;

/// The piles of the desk.
final class DeskTabs extends Tabs {

    DeskTabs(ConflictStatus shown, Consumer<DeskState> go) {
        addClassName("desk-tabs");
        getElement().setAttribute("aria-label", "Piles");
        for (var status : ConflictStatus.values()) {
            add(new Tab(DeskWords.of(status)));
        }
        setSelectedIndex(shown.ordinal());
        addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                go.accept(DeskState.start(ConflictStatus.values()[getSelectedIndex()]));
            }
        });
    }
}
