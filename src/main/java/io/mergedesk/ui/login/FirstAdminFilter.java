package io.mergedesk.ui.login;

import io.mergedesk.security.FirstAdmin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/// Leads every page to the set-up screen while there is no admin.
final class FirstAdminFilter extends OncePerRequestFilter {

    private static final String SETUP = "/setup";

    private final FirstAdmin firstAdmin;

    FirstAdminFilter(FirstAdmin firstAdmin) {
        this.firstAdmin = firstAdmin;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isPage(request) && firstAdmin.isMissing()) {
            response.sendRedirect(request.getContextPath() + SETUP);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && request.getParameter("v-r") == null
                && !path.equals(SETUP)
                && !path.startsWith("/VAADIN/")
                && !path.startsWith("/styles/");
    }
}
