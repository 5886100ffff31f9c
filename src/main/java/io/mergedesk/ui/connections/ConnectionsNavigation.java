package io.mergedesk.ui.connections;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.ui.shell.NavigationEntries;
import io.mergedesk.ui.shell.NavigationEntry;
import io.mergedesk.ui.shell.NavigationGroup;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// *Connections* in the navigation of admins.
@Component
@Order(45)
class ConnectionsNavigation implements NavigationEntries {

    @Override
    public NavigationGroup group() {
        return NavigationGroup.WATCH;
    }

    @Override
    public List<NavigationEntry> entriesFor(Actor actor) {
        return actor.is(Role.ADMIN)
                ? List.of(NavigationEntry.to("connections", "Connections"))
                : List.of();
    }
}
