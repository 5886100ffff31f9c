package io.mergedesk.security;

import io.mergedesk.common.Subscription;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.stereotype.Component;

/// Tells that the access of somebody has changed on this node, so that what is open for longer than
/// a request looks again at once.
@Component
public final class AccessWatch {

    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    AccessWatch() {}

    /// @param changed called in the thread of the change, after its commit; must not take long
    public Subscription onChange(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    void tell() {
        listeners.forEach(Runnable::run);
    }
}
