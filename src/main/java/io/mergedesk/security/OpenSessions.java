package io.mergedesk.security;

import io.mergedesk.common.UserId;
import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Who is signed in with a browser on this node, so that a session can be ended from outside.
@Component
public class OpenSessions {

    private final Set<SignedInSession> open = ConcurrentHashMap.newKeySet();
    private final InstantSource clock;
    private final BetweenRequests between;

    OpenSessions(InstantSource clock, BetweenRequests between) {
        this.clock = clock;
        this.between = between;
    }

    /// Notes that somebody has just signed in with this session.
    public void begin(HttpSession session, Authentication signedIn) {
        if (signedIn instanceof SignedInPerson person) {
            session.setAttribute(
                    SignedInSession.ATTRIBUTE,
                    new SignedInSession(this, session, person, clock.instant()));
        }
    }

    /// Ends every session of this person: open pages are told so and lead to the login page.
    public void endAll(UserId id) {
        open.stream()
                .filter(session -> session.person().equals(id))
                .toList()
                .forEach(SignedInSession::end);
    }

    /// Ends every session of this person but the one given, which goes on with the new password.
    void endOthers(Person person, String sessionId) {
        for (var session : Set.copyOf(open)) {
            if (!session.person().equals(person.id())) {
                continue;
            }
            if (session.hasId(sessionId)) {
                session.goOnWith(person.passwordVersion());
            } else {
                session.end();
            }
        }
    }

    /// Does that while none of its pages is being answered.
    void atRest(HttpSession session, Runnable work) {
        between.run(session, work);
    }

    /// How many sessions are open here.
    public int count() {
        return open.size();
    }

    void opened(SignedInSession session) {
        open.add(session);
    }

    void closed(SignedInSession session) {
        open.remove(session);
    }
}
