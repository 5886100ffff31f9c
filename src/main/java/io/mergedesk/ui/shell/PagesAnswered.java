package io.mergedesk.ui.shell;

import com.vaadin.flow.server.VaadinSession;
import io.mergedesk.security.BetweenRequests;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.springframework.stereotype.Component;

/// Waits until the pages of a session have been answered: whoever had just clicked as their session
/// was ended would read of an error of ours otherwise.
@Component
class PagesAnswered implements BetweenRequests {

    /// Two who end each other's sessions at once would wait for each other.
    private static final long PATIENCE_MILLIS = 2_000;

    @Override
    public void run(HttpSession session, Runnable work) {
        Deque<VaadinSession> held = new ArrayDeque<>();
        try {
            for (var pages : VaadinSession.getAllSessions(session)) {
                if (isFree(pages.getLockInstance())) {
                    held.push(pages);
                }
            }
            work.run();
        } finally {
            held.forEach(VaadinSession::unlock);
        }
    }

    private static boolean isFree(Lock lock) {
        try {
            return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
