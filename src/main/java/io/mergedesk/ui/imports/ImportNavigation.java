package io.mergedesk.ui.imports;

import io.mergedesk.common.Actor;
import io.mergedesk.ui.shell.NavigationEntries;
import io.mergedesk.ui.shell.NavigationEntry;
import io.mergedesk.ui.shell.NavigationGroup;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The way to the import screen, below the types it fills.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ImportNavigation implements NavigationEntries {

    @Override
    public NavigationGroup group() {
        return NavigationGroup.RECORDS;
    }

    @Override
    public List<NavigationEntry> entriesFor(Actor actor) {
        return List.of(NavigationEntry.to("import", "Import"));
    }
}
