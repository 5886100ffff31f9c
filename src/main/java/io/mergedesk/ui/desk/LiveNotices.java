package io.mergedesk.ui.desk;

import com.vaadin.flow.component.UI;
import io.mergedesk.common.EntityId;
import io.mergedesk.common.Subscription;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.EventName;
import io.mergedesk.events.Pattern;
import io.mergedesk.ui.fields.Viewer;
import io.mergedesk.ui.shell.Paced;
import java.util.List;
import java.util.Set;

/// Has a page count its notices anew when there may be others: something was done about a conflict,
/// somebody else changed what the person follows, or they follow something else; at most five times
/// a second however much there is. A change of what they do not follow asks nothing.
final class LiveNotices implements EventListener {

    private final Viewer viewer;
    private final Paced paced;
    private volatile Set<EntityId> followed = Set.of();

    private LiveNotices(UI page, Viewer viewer, Runnable count) {
        this.viewer = viewer;
        paced =
                Paced.inPage(
                        page,
                        () -> {
                            readFollowed();
                            count.run();
                        });
    }

    /// Until it is closed, runs `count` in the page.
    static Subscription subscribe(UI page, Viewer viewer, Runnable count) {
        var live = new LiveNotices(page, viewer, count);
        var services = viewer.services();
        var own = services.followings().listen(viewer.id(), live.paced);
        var conflicts = services.bus().subscribe(Pattern.of(EventName.SYNC_CONFLICT), live);
        var changes = services.bus().subscribe(new Pattern("entity:*"), live);
        live.readFollowed();
        return () -> {
            own.close();
            conflicts.close();
            changes.close();
        };
    }

    @Override
    public void on(List<Event> events) {
        if (events.stream().anyMatch(this::isOfInterest)) {
            paced.run();
        }
    }

    @Override
    public void refresh() {
        paced.run();
    }

    private boolean isOfInterest(Event event) {
        return switch (event) {
            case Event.ConflictChanged _ -> true;
            case Event.EntityChanged change ->
                    followed.contains(change.entity()) && !change.by().equals(viewer.id());
            case Event.JobChanged _, Event.Notice _ -> false;
        };
    }

    /// Before counting, so that no change falls between the two.
    private void readFollowed() {
        followed =
                viewer.stillHere().map(viewer.services().followings()::followed).orElse(Set.of());
    }
}
