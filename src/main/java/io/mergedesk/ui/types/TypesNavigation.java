package io.mergedesk.ui.types;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Role;
import io.mergedesk.common.Subscription;
import io.mergedesk.ui.shell.NavigationEntries;
import io.mergedesk.ui.shell.NavigationEntry;
import io.mergedesk.ui.shell.NavigationGroup;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// *Types* in the navigation of admins; and since every page asks all its sources again when one of
/// them changed, a new or renamed type shows at once in every open page.
@Component
@Order(60)
class TypesNavigation implements NavigationEntries {

    private final Set<Runnable> pages = ConcurrentHashMap.newKeySet();

    @Override
    public NavigationGroup group() {
        return NavigationGroup.SET_UP;
    }

    @Override
    public List<NavigationEntry> entriesFor(Actor actor) {
        return actor.is(Role.ADMIN) ? List.of(NavigationEntry.to("types", "Types")) : List.of();
    }

    @Override
    public Subscription onChange(Runnable changed) {
        pages.add(changed);
        return () -> pages.remove(changed);
    }

    /// A type was defined or changed.
    void tell() {
        pages.forEach(Runnable::run);
    }
}
