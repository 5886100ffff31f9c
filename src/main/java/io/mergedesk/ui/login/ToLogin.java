package io.mergedesk.ui.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Leads to the login page, and says so there when a session has come to its end.
final class ToLogin implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException reason)
            throws IOException {
        var expired = SignedInMark.isThere(request);
        if (expired) {
            SignedInMark.remove(request, response);
        }
        response.sendRedirect(request.getContextPath() + (expired ? "/login?expired" : "/login"));
    }
}
