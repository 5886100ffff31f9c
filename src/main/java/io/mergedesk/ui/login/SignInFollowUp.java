package io.mergedesk.ui.login;

import io.mergedesk.security.OpenSessions;
import io.mergedesk.security.TooManyAttemptsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/// What comes after the form was sent: a session that is known here, or the login page with the
/// reason.
@Component
class SignInFollowUp implements SessionAuthenticationStrategy {

    private final OpenSessions sessions;

    SignInFollowUp(OpenSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void onAuthentication(
            Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
        sessions.begin(request.getSession(), signedIn);
        SignedInMark.set(request, response);
    }

    /// Back to the form: with `error`, `disabled`, or `wait` and the seconds (also `Retry-After`).
    void refused(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        var login = request.getContextPath() + "/login?";
        switch (reason) {
            case TooManyAttemptsException tooMany -> {
                var seconds = Long.toString(tooMany.seconds());
                response.setHeader(HttpHeaders.RETRY_AFTER, seconds);
                response.sendRedirect(login + "wait=" + seconds);
            }
            case DisabledException _ -> response.sendRedirect(login + "disabled");
            default -> response.sendRedirect(login + "error");
        }
    }
}
