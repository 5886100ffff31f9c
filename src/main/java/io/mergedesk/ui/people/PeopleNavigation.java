package io.mergedesk.ui.people;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.ui.shell.NavigationEntries;
import io.mergedesk.ui.shell.NavigationEntry;
import io.mergedesk.ui.shell.NavigationGroup;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Leads admins to the people.
@Component
@Order(20)
class PeopleNavigation implements NavigationEntries {

    @Override
    public NavigationGroup group() {
        return NavigationGroup.SET_UP;
    }

    @Override
    public List<NavigationEntry> entriesFor(Actor actor) {
        return actor.is(Role.ADMIN) ? List.of(NavigationEntry.to("people", "People")) : List.of();
    }
}
