package io.mergedesk.entities;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/// Runs deliveries of events at once, unless they are held back for a while.
final class Deliveries implements Executor {

    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;

    @Override
    public void execute(Runnable delivery) {
        synchronized (held) {
            if (holding) {
                held.add(delivery);
                return;
            }
        }
        delivery.run();
    }

    void hold() {
        synchronized (held) {
            holding = true;
        }
    }

    void release() {
        List<Runnable> due;
        synchronized (held) {
            holding = false;
            due = List.copyOf(held);
            held.clear();
        }
        due.forEach(Runnable::run);
    }
}
