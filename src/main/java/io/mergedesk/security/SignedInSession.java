package io.mergedesk.security;

import io.mergedesk.common.UserId;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One browser session of a person: kept in the session itself, and known to [OpenSessions] for as
/// long as it is there.
final class SignedInSession implements HttpSessionBindingListener {

    static final String ATTRIBUTE = "mergedesk.signedIn";

    private final OpenSessions open;
    private final HttpSession session;
    private final UserId person;
    private final Instant signedInAt;
    private volatile int passwordVersion;
    private volatile Instant lastUsedAt;

    SignedInSession(OpenSessions open, HttpSession session, SignedInPerson person, Instant now) {
        this.open = open;
        this.session = session;
        this.person = person.id();
        this.passwordVersion = person.passwordVersion();
        this.signedInAt = now;
        this.lastUsedAt = now;
    }

    static @Nullable SignedInSession of(@Nullable HttpSession session) {
        return session == null ? null : (SignedInSession) session.getAttribute(ATTRIBUTE);
    }

    UserId person() {
        return person;
    }

    boolean hasId(String sessionId) {
        return session.getId().equals(sessionId);
    }

    void goOnWith(int version) {
        passwordVersion = version;
    }

    void used(Instant now) {
        lastUsedAt = now;
    }

    /// Whether this session may still be used, neither too long idle nor too old.
    boolean lives(Instant now, Duration idle, Duration absolute) {
        return now.isBefore(lastUsedAt.plus(idle)) && now.isBefore(signedInAt.plus(absolute));
    }

    boolean began(Person now) {
        return now.passwordVersion() == passwordVersion;
    }

    void end() {
        try {
            open.atRest(session, session::invalidate);
        } catch (IllegalStateException _) {
            open.closed(this); // it has ended by itself in this moment
        }
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        open.opened(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        open.closed(this);
    }
}
