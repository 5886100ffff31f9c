package io.mergedesk.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets a browser's session go on only while it may: not idle for 30 minutes, not older than 12
/// hours, of a person who is not disabled and still has that password; and with the role of now.
///
/// A heartbeat of an open page is not use: a page left open must not keep a session for ever (OWASP
/// ASVS 5.0, 7.3.1 and 7.3.2).
public final class SessionGuard extends OncePerRequestFilter {

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration ABSOLUTE = Duration.ofHours(12);

    private final CurrentPeople people;
    private final InstantSource clock;

    SessionGuard(CurrentPeople people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = SignedInSession.of(request.getSession(false));
        if (session != null) {
            var now = clock.instant();
            var person =
                    people.active(session.person())
                            .map(Account::person)
                            .filter(session::began)
                            .filter(_ -> session.lives(now, IDLE, ABSOLUTE));
            if (person.isEmpty()) {
                SecurityContextHolder.clearContext();
                session.end();
            } else {
                refresh(person.get());
                if (isUse(request)) {
                    session.used(now);
                }
            }
        }
        chain.doFilter(request, response);
    }

    private static void refresh(Person person) {
        SecurityContextHolder.setContext(new SecurityContextImpl(SignedInPerson.of(person)));
    }

    private static boolean isUse(HttpServletRequest request) {
        var kind = request.getParameter("v-r");
        return !"heartbeat".equals(kind) && !"push".equals(kind);
    }
}
