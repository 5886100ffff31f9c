package io.mergedesk.ui.sync;

import com.vaadin.flow.component.UI;
import io.mergedesk.common.Subscription;
import io.mergedesk.events.Event;
import io.mergedesk.events.EventBus;
import io.mergedesk.events.EventListener;
import io.mergedesk.events.Pattern;
import io.mergedesk.ui.shell.Paced;
import java.time.Duration;
import java.util.List;

/// Has the page read anew when something happens to the queue or the network: once a second at
/// most, however much there is.
final class LiveSync implements EventListener {

    private static final Duration PACE = Duration.ofSeconds(1);

    private final Paced paced;

    private LiveSync(UI page, Runnable refresh) {
        paced = Paced.inPage(page, PACE, refresh::run);
    }

    static Subscription subscribe(UI page, EventBus bus, Runnable refresh) {
        var listener = new LiveSync(page, refresh);
        var jobs = bus.subscribe(new Pattern("sync:*"), listener);
        var network = bus.subscribe(new Pattern("network:*"), listener);
        return () -> {
            jobs.close();
            network.close();
        };
    }

    @Override
    public void on(List<Event> events) {
        paced.run();
    }

    @Override
    public void refresh() {
        paced.run();
    }
}
