package io.mergedesk.ui.desk;

import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import io.mergedesk.desk.ConflictStatus;
import java.util.List;
import java.util.function.Consumer;

/// The piles of the desk.
final class DeskTabs extends Tabs {

    private static final List<ConflictStatus> PILES =
            List.of(ConflictStatus.OPEN, ConflictStatus.SETTLED, ConflictStatus.AUTOMATIC);

    DeskTabs(ConflictStatus shown, Consumer<DeskState> go) {
        addClassName("desk-tabs");
        getElement().setAttribute("aria-label", "Piles");
        PILES.forEach(pile -> add(new Tab(DeskWords.of(pile))));
        setSelectedIndex(PILES.indexOf(shown));
        addSelectedChangeListener(event -> {
            if (event.isFromClient()) {
                go.accept(DeskState.start(PILES.get(getSelectedIndex())));
            }
        });
    }
}
