package io.mergedesk.realtime;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A line whose other end takes frames only when a test lets it.
final class HeldLine implements Line {

    private final Semaphore room = new Semaphore(Integer.MAX_VALUE);
    final List<String> frames = new CopyOnWriteArrayList<>();
    final List<String> pings = new CopyOnWriteArrayList<>();
    final AtomicReference<@Nullable CloseReason> closed = new AtomicReference<>();

    void hold() {
        room.drainPermits();
    }

    void release() {
        room.release(Integer.MAX_VALUE);
    }

    boolean isWaiting() {
        return room.hasQueuedThreads();
    }

    @Override
    public void send(String frame) throws IOException {
        take();
        frames.add(frame);
    }

    @Override
    public void ping(String mark) throws IOException {
        take();
        pings.add(mark);
    }

    @Override
    public void close(CloseReason reason) {
        closed.set(reason);
    }

    private void take() throws IOException {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
