package io.mergedesk.ui.login;

import com.vaadin.flow.spring.security.VaadinSavedRequestAwareAuthenticationSuccessHandler;
import io.mergedesk.security.CurrentActor;
import io.mergedesk.security.OpenSessions;
import io.mergedesk.security.TooManyAttemptsException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/// What comes after the form was sent: the page that was asked for, or the login page with the
/// reason.
@Component
class SignInFollowUp extends VaadinSavedRequestAwareAuthenticationSuccessHandler {

    private final OpenSessions sessions;
    private final CurrentActor current;

    SignInFollowUp(OpenSessions sessions, CurrentActor current) {
        this.sessions = sessions;
        this.current = current;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication signedIn)
            throws ServletException, IOException {
        current.person().ifPresent(person -> sessions.begin(request.getSession(), person));
        super.onAuthenticationSuccess(request, response, signedIn);
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
