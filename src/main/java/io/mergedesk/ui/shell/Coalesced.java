package io.mergedesk.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import java.util.concurrent.atomic.AtomicBoolean;

/// Work on a page that any thread may ask for; asked for many times before it was done, it is done
/// once. Asked for after the page has gone, it is not done.
public final class Coalesced implements Runnable {

    private final Runnable later;
    private final AtomicBoolean asked = new AtomicBoolean();

    public Coalesced(UI page, Command work) {
        later =
                page.accessLater(
                        () -> {
                            asked.set(false);
                            work.execute();
                        },
                        () -> {});
    }

    @Override
    public void run() {
        if (asked.compareAndSet(false, true)) {
            later.run();
        }
    }
}
