package io.mergedesk.ui.shell;

import io.mergedesk.common.Actor;
import io.mergedesk.common.Subscription;
import java.util.List;

/// What a screen puts into the navigation. Every bean of this type is asked, in bean order; a group
/// without entries is not shown.
public interface NavigationEntries {

    NavigationGroup group();

    /// Only what this person may open.
    List<NavigationEntry> entriesFor(Actor actor);

    /// Calls back, from any thread, whenever labels or counters may have changed.
    default Subscription onChange(Runnable changed) {
        return () -> {};
    }
}
