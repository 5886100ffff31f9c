package io.mergedesk.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.mergedesk.desk.ConflictStatus;

/// The piles of the desk, each with an address of its own.
final class DeskTabs extends Nav {

    DeskTabs(ConflictStatus shown) {
        addClassName("tabs");
        getElement().setAttribute("aria-label", "Piles");
        for (var status : ConflictStatus.values()) {
            var pile = new Anchor(DeskAddress.of(DeskState.start(status)), DeskWords.of(status));
            if (status == shown) {
                pile.getElement().setAttribute("aria-current", "page");
            }
            add(pile);
        }
    }
}
