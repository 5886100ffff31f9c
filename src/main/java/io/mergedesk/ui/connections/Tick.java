package io.mergedesk.ui.connections;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.Command;
import io.mergedesk.common.Subscription;
import io.mergedesk.ui.shell.Coalesced;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Does something on a page once a second, until it is closed.
final class Tick implements Subscription {

    private static final Executor NEXT = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final Runnable work;
    private volatile boolean closed;

    Tick(UI page, Command work) {
        this.work = new Coalesced(page, work);
        NEXT.execute(this::beat);
    }

    private void beat() {
        if (!closed) {
            work.run();
            NEXT.execute(this::beat);
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
